# Vitrina: build, test, install. `make help` lists the targets.

PREFIX ?= /usr/local
CC := $(if $(filter default,$(origin CC)),gcc,$(CC))
PKG_CONFIG ?= pkg-config
MODE ?= release
BUILD := build
OUT := $(BUILD)$(if $(filter release,$(MODE)),,/$(MODE))
VERSION := 0.1.0

# On all cores, unless told otherwise (-j1 is) or what is built is to be removed too.
ifeq ($(MAKELEVEL)$(filter -j% --jobserver% clean,$(MAKEFLAGS) $(MAKECMDGOALS)),0)
MAKEFLAGS += -j$(shell nproc)
endif

# Every package of Debian 12 and 13 in one place: `make packages-run|-kiosk|-test|-check|-public` installs what is missing.
PACKAGES_RUN := gcc libc6-dev pkg-config libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libx11-dev libxext-dev libxrandr-dev libpng-dev librsvg2-dev libyaml-dev \
	libfontconfig-dev libxml2-dev libturbojpeg0-dev libseccomp-dev libmd4c-dev \
	libicu-dev liblcms2-dev libcrypt-dev libxxhash-dev libavif-dev libsqlite3-dev libespeak-ng-dev espeak-ng-data libsdl2-mixer-dev fonts-bebas-neue fonts-open-sans fonts-dejavu-core
PACKAGES_KIOSK := $(PACKAGES_RUN) xserver-xorg-core xserver-xorg-input-libinput
PACKAGES_DEB := $(PACKAGES_RUN) debhelper dpkg-dev
# For a machine of another kind (make packages-deb deb ARCH=arm64): its compiler, its libraries, and what runs its programs here.
PACKAGES_CROSS = crossbuild-essential-$(ARCH) $(patsubst %,%:$(ARCH),pkgconf $(filter lib%-dev,$(PACKAGES_RUN))) qemu-user-static debhelper dpkg-dev
PACKAGES_TEST := $(PACKAGES_KIOSK) libcmocka-dev python3 xserver-xorg-video-dummy x11-xkb-utils xkb-data systemd \
	unicode-data bzip2 procps fonts-noto-core pango1.0-tools python3-pil
PACKAGES_CHECK := $(PACKAGES_TEST) $(PACKAGES_DEB) lintian clang libclang-rt-dev clang-format clang-tidy cppcheck prometheus strace libfaketime
PACKAGES_PUBLIC := $(PACKAGES_RUN) chromium libreoffice-calc nodejs $(if $(shell command -v npm),,npm)

CORE_LIBRARIES := yaml-0.1 icu-uc icu-i18n
EDGE_LIBRARIES := sdl2 SDL2_ttf x11 xext xrandr
SPEAKER_LIBRARIES := sdl2 SDL2_mixer espeak-ng libseccomp
DECODER_LIBRARIES := sdl2 SDL2_image libpng librsvg-2.0 libxml-2.0 libturbojpeg fontconfig libseccomp lcms2

# What an initialiser does not name is 0, and meant so.
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 -Wundef -Wvla -Wwrite-strings $(WERROR)
MODE_release := -O3 -g
MODE_debug := -O0 -g
MODE_asan := -O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
MODE_tsan := -O1 -g -fsanitize=thread -fno-omit-frame-pointer
MODE_fuzz := $(MODE_asan) -fsanitize=fuzzer-no-link
MODE_FLAGS := $(or $(MODE_$(MODE)),$(error MODE is one of release debug asan tsan fuzz))
# GCC 12 for arm64 takes functions that write into an array of a struct for ones that do not (ipa-modref, behind ivopts): pages came out wrong.
MACHINE_FLAGS := $(if $(findstring gcc,$(CC)),$(if $(filter aarch64-%,$(shell $(CC) -dumpmachine 2>/dev/null)),-fno-ipa-modref))

# What Linux has beyond POSIX is used only where files, memory and processes are asked for.
FEATURES = -D_XOPEN_SOURCE=700
LINUX_ROOMS := base beside fence recordings speaking speaker counting ledger pulse together journal warden archive proven upkeep formats load wording copies images fonts paint platform desktop photos decoder fidelity proofs pins night duty
SDL_ROOMS := images pixels pictures fonts paint display platform desktop commands app duty night
EDGE_ROOMS := beside speaking counting ledger pulse archive copies proven images pixels pictures fonts paint display platform desktop proofs shelter night duty talking
DECODER_ROOMS := fence photos decoder fidelity
SPEAKER_ROOMS := fence speaker
CORE_ROOMS := $(filter-out $(EDGE_ROOMS) $(sort $(DECODER_ROOMS) $(SPEAKER_ROOMS)) commands upkeep app,$(patsubst src/%/,%,$(wildcard src/*/)))

CFLAGS ?=
# Files of any size and number, on machines of 32 bits too.
ALL_CFLAGS = -std=c11 $(FEATURES) -D_FILE_OFFSET_BITS=64 -DVITRINA_VERSION='"$(VERSION)"' -DVITRINA_PREFIX='"$(PREFIX)"' -Isrc $(WARNINGS) $(MODE_FLAGS) $(MACHINE_FLAGS) $(CPPFLAGS) $(CFLAGS)
# Asked for late, when the packages are there.
CORE_LIBS = $(shell $(PKG_CONFIG) --libs $(CORE_LIBRARIES)) -lmd4c -lcrypt -lm
EDGE_CFLAGS = $(shell $(PKG_CONFIG) --cflags $(EDGE_LIBRARIES))
EDGE_LIBS = $(shell $(PKG_CONFIG) --libs $(EDGE_LIBRARIES)) -lpthread
DECODER_CFLAGS = $(shell $(PKG_CONFIG) --cflags $(DECODER_LIBRARIES))
DECODER_LIBS = $(shell $(PKG_CONFIG) --libs $(DECODER_LIBRARIES)) -lm
SPEAKER_CFLAGS = $(shell $(PKG_CONFIG) --cflags $(SPEAKER_LIBRARIES))
SPEAKER_LIBS = $(shell $(PKG_CONFIG) --libs $(SPEAKER_LIBRARIES)) -lm -lpthread

sources = $(foreach folder,$(1),$(sort $(wildcard src/$(folder)/*.c)))
objects = $(patsubst %.c,$(OUT)/%.o,$(1))

# What every exhibit can fall back on is compiled in: the program has it from the exhibit here, tests from an exhibit of their own.
furnishing = $(patsubst $(1)/%,%,$(sort $(wildcard $(addprefix $(1)/,config/theme.yaml config/layouts/*.yaml \
	assets/icons/*.svg assets/maps/*.yaml assets/maps/*/*.svg))))
own_files := $(sort $(wildcard src/load/words/*.yaml)) $(sort $(wildcard src/reference/*.md)) $(sort $(shell find src/starter -type f ! -name '*.[ch]')) $(sort $(wildcard src/gallery/*.css src/gallery/*.js))
CORE := $(call objects,$(call sources,$(CORE_ROOMS))) $(OUT)/embedded.o $(OUT)/program.o
EDGE := $(call objects,$(call sources,$(EDGE_ROOMS)))
APP := $(call objects,$(call sources,commands upkeep app))
DECODER := $(filter-out %/main.o,$(call objects,$(call sources,$(DECODER_ROOMS))))
UNITS := $(patsubst tests/unit/%.c,$(OUT)/tests/unit/%,$(wildcard tests/unit/test_*.c))
EDGE_TESTS := $(patsubst tests/edge/%.c,$(OUT)/tests/edge/%,$(wildcard tests/edge/test_*.c))
DECODER_TESTS := $(patsubst tests/decoder/%.c,$(OUT)/tests/decoder/%,$(wildcard tests/decoder/test_*.c))
SUPPORT := $(call objects,$(wildcard tests/support/*.c)) $(OUT)/tests/embedded.o
FUZZ := $(patsubst tests/fuzz/%.c,$(OUT)/tests/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
# Without libFuzzer the targets take files: what it found before.
FUZZ_MAIN := $(if $(filter fuzz,$(MODE)),,$(OUT)/tests/fuzz/replay.o)
FUZZ_FLAGS := $(if $(filter fuzz,$(MODE)),-fsanitize=fuzzer)
SECONDS ?= 600

.PHONY: all build run proofs test check-all check-public bench fuzz fuzzers compiled units packages-run packages-kiosk packages-deb packages-test packages-check packages-public print-packages install \
	install-kiosk uninstall deb clean help format
all: build

build: $(OUT)/vitrina $(OUT)/vitrina-decoder $(OUT)/vitrina-speaker
	@:

$(OUT)/vitrina: $(APP) $(OUT)/libedge.a $(OUT)/libcore.a
	@echo "LD $@"
	@$(CC) $(MODE_FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS) $(EDGE_LIBS)

# Draws pictures in a process of its own: the only one that links what decodes them.
$(OUT)/vitrina-decoder: $(OUT)/src/decoder/main.o $(OUT)/libdecoder.a $(OUT)/libedge.a $(OUT)/libcore.a
	@echo "LD $@"
	@$(CC) $(MODE_FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(DECODER_LIBS)

# Speaks in a process of its own: the only one that links what can.
$(OUT)/vitrina-speaker: $(call objects,$(call sources,$(SPEAKER_ROOMS))) $(OUT)/libedge.a $(OUT)/libcore.a
	@echo "LD $@"
	@$(CC) $(MODE_FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(SPEAKER_LIBS)

# Archives: the core knows neither SDL nor a display, and its unit tests link nothing else.
$(OUT)/libcore.a: $(CORE)
$(OUT)/libedge.a: $(EDGE)
$(OUT)/libdecoder.a: $(DECODER)
$(OUT)/lib%.a:
	@mkdir -p $(@D)
	@rm -f $@
	@$(AR) rcs $@ $^

$(OUT)/embedded.c: EXHIBIT := .
$(OUT)/tests/embedded.c: EXHIBIT := tests/exhibit
$(OUT)/embedded.c: $(call furnishing,.)
$(OUT)/tests/embedded.c: $(addprefix tests/exhibit/,$(call furnishing,tests/exhibit))
$(OUT)/embedded.c $(OUT)/tests/embedded.c: src/load/embed.sh Makefile
	@mkdir -p $(@D)
	@src/load/embed.sh builtin $(EXHIBIT) $(call furnishing,$(EXHIBIT)) >$@.new
	@mv $@.new $@
$(OUT)/program.c: $(own_files) src/load/embed.sh Makefile
	@mkdir -p $(@D)
	@src/load/embed.sh program src $(own_files:src/%=%) >$@.new
	@mv $@.new $@
$(OUT)/embedded.o $(OUT)/tests/embedded.o $(OUT)/program.o: %.o: %.c
	@echo "CC $<"
	@$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(LINUX_ROOMS:%=$(OUT)/src/%/%.o) $(OUT)/tests/%.o: FEATURES = -D_GNU_SOURCE
$(SDL_ROOMS:%=$(OUT)/src/%/%.o) $(OUT)/tests/edge/%.o: ALL_CFLAGS += $(EDGE_CFLAGS)
$(OUT)/src/photos/%.o $(OUT)/src/decoder/%.o $(OUT)/src/fidelity/%.o $(OUT)/tests/decoder/%.o: ALL_CFLAGS += $(DECODER_CFLAGS)
$(OUT)/src/speaker/%.o: ALL_CFLAGS += $(SPEAKER_CFLAGS)
# Opened by name, for it is large and seldom needed (photos/avif.h).
$(OUT)/src/photos/avif.o: ALL_CFLAGS += -DAVIF_LIBRARY='"$(shell readelf -d "$$($(CC) -print-file-name=libavif.so)" | sed -n 's/.*SONAME.*\[\(.*\)\].*/\1/p')"'
# The same, by translators alone (xliff/xliff_read.c).
$(OUT)/src/xliff/xliff_read.o: ALL_CFLAGS += $(shell $(PKG_CONFIG) --cflags libxml-2.0) -DXML_LIBRARY='"$(shell readelf -d "$$($(CC) -print-file-name=libxml2.so)" | sed -n 's/.*SONAME.*\[\(.*\)\].*/\1/p')"'
# The same, when a visit has ended (ledger/database.h).
$(OUT)/src/ledger/database.o: ALL_CFLAGS += $(shell $(PKG_CONFIG) --cflags sqlite3) -DSQLITE_LIBRARY='"$(shell readelf -d "$$($(CC) -print-file-name=libsqlite3.so)" | sed -n 's/.*SONAME.*\[\(.*\)\].*/\1/p')"'
$(OUT)/tests/bench/%.o: ALL_CFLAGS += $(EDGE_CFLAGS)
# The thread sanitizer cannot live in the decoder's memory; its threads are not ours anyway.
$(OUT)/tests/edge/%.o $(OUT)/tests/bench/%.o: ALL_CFLAGS += -DTEST_SPEAKER='"$(if $(filter tsan,$(MODE)),$(BUILD),$(OUT))/vitrina-speaker"' -DTEST_DECODER='"$(if $(filter tsan,$(MODE)),$(BUILD),$(OUT))/vitrina-decoder"'
$(OUT)/%.o: %.c Makefile
	@echo "CC $<"
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -c -o $@ $<

$(OUT)/tests/unit/%: $(OUT)/tests/unit/%.o $(SUPPORT) $(OUT)/libcore.a
	@$(CC) $(MODE_FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(CORE_LIBS)

# SDL_image only to compare what was painted.
$(OUT)/tests/edge/%: $(OUT)/tests/edge/%.o $(SUPPORT) $(OUT)/libedge.a $(OUT)/libcore.a
	@$(CC) $(MODE_FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(CORE_LIBS) $(EDGE_LIBS) $(shell $(PKG_CONFIG) --libs SDL2_image)

# Which looks at pages in an exhibit's own letters.
$(OUT)/tests/edge/test_visits: $(OUT)/src/commands/lettering.o

$(OUT)/tests/bench/%: $(OUT)/tests/bench/%.o $(OUT)/src/commands/lettering.o $(SUPPORT) $(OUT)/libedge.a $(OUT)/libcore.a
	@$(CC) $(MODE_FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(CORE_LIBS) $(EDGE_LIBS)

# A program on SDL alone, to be measured beside.
$(OUT)/tests/bench/bare: tests/bench/bare.c
	@mkdir -p $(@D)
	@$(CC) $(MODE_FLAGS) $(CFLAGS) $(shell $(PKG_CONFIG) --cflags sdl2 SDL2_image) -o $@ $< $(shell $(PKG_CONFIG) --libs sdl2 SDL2_image)

$(OUT)/tests/decoder/%: $(OUT)/tests/decoder/%.o $(SUPPORT) $(OUT)/libdecoder.a $(OUT)/libedge.a $(OUT)/libcore.a
	@$(CC) $(MODE_FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(CORE_LIBS) $(DECODER_LIBS)

# Which writes them.
$(OUT)/tests/decoder/test_avif: DECODER_LIBS += -lavif

$(OUT)/tests/fuzz/%: $(OUT)/tests/fuzz/%.o $(FUZZ_MAIN) $(SUPPORT) $(OUT)/libcore.a
	@$(CC) $(MODE_FLAGS) $(FUZZ_FLAGS) $(CFLAGS) -o $@ $^ -lcmocka $(CORE_LIBS)

# What the kiosk asks its decoder process with.
$(OUT)/tests/fuzz/fuzz_decoder: $(OUT)/tests/fuzz/fuzz_decoder.o $(FUZZ_MAIN) $(OUT)/libedge.a $(OUT)/libcore.a
	@$(CC) $(MODE_FLAGS) $(FUZZ_FLAGS) $(CFLAGS) -o $@ $^ $(CORE_LIBS) $(EDGE_LIBS)

.PRECIOUS: $(OUT)/%.o
# Not all of $(OUT): a Debian of tests/other_release.sh, and what packages are made of, have files of such names.
-include $(shell find $(OUT)/src $(OUT)/tests -type f -name '*.d' 2>/dev/null)

# ---- running ----

# With no display the proofs are drawn instead.
run: packages-run
	@$(MAKE) --no-print-directory build
	@$(OUT)/vitrina run --allow-quit --else-proof $(BUILD)/proofs .

proofs: build
	@$(OUT)/vitrina proof -o $(BUILD)/proofs .

# ---- testing ----

# Tests with nothing linked: for compilers' warnings.
compiled: $(addsuffix .o,$(UNITS) $(EDGE_TESTS) $(DECODER_TESTS) $(FUZZ)) $(SUPPORT)

units: $(OUT)/vitrina-decoder $(OUT)/vitrina-speaker $(UNITS) $(EDGE_TESTS) $(DECODER_TESTS) $(FUZZ)

test: packages-test
	@$(MAKE) --no-print-directory MODE=asan build units
	@MAKEFLAGS= tests/run.sh $(BUILD)/asan

check-all: packages-check
	@MAKEFLAGS= tests/check_all.sh

# What comes from the npm registry is fetched: the only tests that need a network.
check-public: packages-public
	@$(MAKE) --no-print-directory build
	@tests/check_public.sh $(OUT)/vitrina

# SECONDS for each target.
fuzz: packages-check
	@$(MAKE) --no-print-directory MODE=asan $(BUILD)/asan/vitrina-decoder
	@$(MAKE) --no-print-directory CC=clang MODE=fuzz fuzzers
	@tests/fuzz.sh $(BUILD)/fuzz $(SECONDS)

fuzzers: $(FUZZ)

PEERS := $(BUILD)/peers
# The figures of the kiosk from outside (JSON too), of photographs and of what moves, on this machine. With BENCH_PEERS=1 those of other engines, too.
bench: packages-test $(if $(BENCH_PEERS),$(PEERS)/node_modules/reveal.js)
	@$(MAKE) --no-print-directory build $(BUILD)/tests/bench/photographs $(BUILD)/tests/bench/frames $(BUILD)/tests/bench/bare
	@uptime && /usr/bin/python3 -B tests/bench/kiosk.py $(OUT)/vitrina $(BUILD)/tests/bench/bare --json $(BUILD)/bench.json \
		$(if $(BENCH_PEERS),--peers $(PEERS)/node_modules/reveal.js)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && uptime && names=$$(/usr/bin/python3 -B tests/bench/make_photographs.py "$$folder") && \
		$(BUILD)/tests/bench/photographs "$$folder" $$names
	@$(BUILD)/tests/bench/frames tests/bench/frames.tape .

# Each that there is: Debian 12 has no LÖVE, and what is missing is not measured.
$(PEERS)/node_modules/reveal.js:
	@for package in chromium python3-pygame love $$(command -v npm >/dev/null || echo npm); do tests/install_packages.sh $$package || echo "Goes without $$package"; done
	@npm install --prefix $(PEERS) --ignore-scripts --no-audit --no-fund reveal.js@6.0.2 || echo "Goes without reveal.js"

format:
	@clang-format -i src/*/*.[ch] $(wildcard tests/*/*.[ch])

# ---- packages ----

packages-run: NEEDED = $(PACKAGES_RUN)
packages-kiosk: NEEDED = $(PACKAGES_KIOSK)
packages-deb: NEEDED = $(if $(ARCH),$(PACKAGES_CROSS),$(PACKAGES_DEB))
packages-test: NEEDED = $(PACKAGES_TEST)
packages-check: NEEDED = $(PACKAGES_CHECK)
packages-public: NEEDED = $(PACKAGES_PUBLIC)
packages-run packages-kiosk packages-deb packages-test packages-check packages-public:
	@tests/install_packages.sh $(NEEDED)

print-packages:
	@echo $(PACKAGES_CHECK)

# ---- installing ----

ROOT := $(DESTDIR)$(PREFIX)
SHARE := $(ROOT)/share/vitrina
EDITABLE := $(DESTDIR)/srv/vitrina
UNITS_IN := vitrina.service vitrina-display.service vitrina-do@.service vitrina-do@.path
SWITCHES := speech.conf kmsdrm.conf cage.conf
MANUAL := $(ROOT)/share/man/man1/vitrina.1
# The kiosk's user reads what an installer with a strict umask copies, too.
copy_exhibit = install -d $(1) && cp -R config assets $(1)/ && rm -rf $(1)/assets/system && chmod -R a+rX $(1)
lay = install -D -m 644 assets/system/$(1) $(2)

install: build
	install -D -m 755 $(OUT)/vitrina $(ROOT)/bin/vitrina
	install -D -m 755 $(OUT)/vitrina-decoder $(ROOT)/libexec/vitrina/vitrina-decoder
	install -D -m 755 $(OUT)/vitrina-speaker $(ROOT)/libexec/vitrina/vitrina-speaker
	install -D -m 755 -t $(ROOT)/libexec/vitrina assets/system/vitrina-do assets/system/vitrina-await-card
	rm -rf $(SHARE)
	$(call copy_exhibit,$(SHARE))
	if [ ! -e $(EDITABLE) ]; then $(call copy_exhibit,$(EDITABLE)); fi
	$(foreach unit,$(UNITS_IN),$(call lay,$(unit),$(ROOT)/lib/systemd/system/$(unit)) && ) :
	$(foreach switch,$(SWITCHES),$(call lay,$(switch),$(ROOT)/lib/vitrina/$(switch)) && ) :
	sed -i 's|@PREFIX@|$(PREFIX)|g' $(UNITS_IN:%=$(ROOT)/lib/systemd/system/%) $(SWITCHES:%=$(ROOT)/lib/vitrina/%)
	$(call lay,xorg.conf,$(ROOT)/lib/vitrina/xorg.conf)
	$(call lay,sysusers.conf,$(ROOT)/lib/sysusers.d/vitrina.conf)
	$(call lay,tmpfiles.conf,$(ROOT)/lib/tmpfiles.d/vitrina.conf)
	$(call lay,completion.bash,$(ROOT)/share/bash-completion/completions/vitrina)
	install -d $(dir $(MANUAL))
	$(EMULATOR) $(OUT)/vitrina --help | awk -v version=$(VERSION) -f assets/system/man.awk >$(MANUAL)
	chmod 644 $(MANUAL)

# What makes the whole machine a kiosk: no key speaks to the system, no text on the screen.
install-kiosk:
	$(call lay,sysctl.conf,$(ROOT)/lib/sysctl.d/60-vitrina.conf)
	$(call lay,system.conf,$(ROOT)/lib/systemd/system.conf.d/vitrina.conf)
	$(call lay,logind.conf,$(ROOT)/lib/systemd/logind.conf.d/vitrina.conf)
	$(call lay,grub.cfg,$(DESTDIR)/etc/default/grub.d/vitrina.cfg)
	install -D -m 755 assets/system/grub-entry $(DESTDIR)/etc/grub.d/09_vitrina
	install -d $(DESTDIR)/etc/systemd/system
	ln -sfn /dev/null $(DESTDIR)/etc/systemd/system/ctrl-alt-del.target

# The editable copy in /srv/vitrina is the museum's: it stays.
uninstall:
	rm -f $(ROOT)/bin/vitrina $(UNITS_IN:%=$(ROOT)/lib/systemd/system/%) $(MANUAL) $(ROOT)/share/bash-completion/completions/vitrina
	rm -f $(ROOT)/lib/sysusers.d/vitrina.conf $(ROOT)/lib/tmpfiles.d/vitrina.conf $(ROOT)/lib/sysctl.d/60-vitrina.conf
	rm -f $(ROOT)/lib/systemd/system.conf.d/vitrina.conf $(ROOT)/lib/systemd/logind.conf.d/vitrina.conf
	rm -f $(DESTDIR)/etc/default/grub.d/vitrina.cfg $(DESTDIR)/etc/grub.d/09_vitrina $(DESTDIR)/etc/systemd/system/ctrl-alt-del.target
	rm -rf $(SHARE) $(ROOT)/lib/vitrina $(ROOT)/libexec/vitrina $(DESTDIR)/var/lib/vitrina/copies

# Debian packages for this machine's release, of what packages-deb brings (and not build-essential, which would be for C++), in $(BUILD)/deb. The release stands in their version, so that those of the next one replace them.
DEB := $(BUILD)/deb
RELEASE = $(shell . /etc/os-release && echo $$ID$$VERSION_ID)
deb:
	@rm -rf $(DEB)
	@mkdir -p $(DEB)/vitrina
	@tar --exclude=./$(BUILD) --exclude=./.git -cf - . | tar -C $(DEB)/vitrina -xf -
	@mv $(DEB)/vitrina/assets/system/debian $(DEB)/vitrina/debian
	@sed -i '1s/(.*)/($(VERSION)+$(RELEASE))/' $(DEB)/vitrina/debian/changelog
	@cd $(DEB)/vitrina && MAKEFLAGS= MAKELEVEL= dpkg-buildpackage $(ARCH:%=-a%) --build=binary --no-sign --no-check-builddeps >../build.log 2>&1 || { tail -n 40 ../build.log; exit 1; }
	@rm -rf $(DEB)/vitrina $(DEB)/*.buildinfo $(DEB)/*.changes
	@ls $(DEB)/*.deb

clean:
	rm -rf $(BUILD)

help:
	@echo "make            build $(BUILD)/vitrina"
	@echo "make run        install what is missing, build, show the exhibit full screen"
	@echo "make test       install what is missing, build with sanitizers, run all tests"
	@echo "make check-all  both compilers, thread sanitizer, linters, formatting, some fuzzing; OTHER_RELEASE=trixie: tests in Debian 13, too"
	@echo "make check-public  a browser, an editor's server, a translator's tool open what is written for them; needs the npm registry"
	@echo "make bench      what the kiosk takes on this machine, as a table and as JSON; BENCH_PEERS=1: Chromium, LÖVE and pygame beside it"
	@echo "make fuzz       fuzzing, SECONDS=$(SECONDS) for each target; what it finds goes to $(BUILD)/fuzz/found"
	@echo "make proofs     every scene as a picture, in $(BUILD)/proofs"
	@echo "make deb        Debian packages, in $(BUILD)/deb; ARCH=arm64: for such machines"
	@echo "make install    program, exhibit and service under PREFIX ($(PREFIX)), editable copy in /srv/vitrina"
	@echo "make format     clang-format all sources"
