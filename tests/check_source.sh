#!/bin/bash
exec python3 "$(dirname "$0")/check_house.py"
