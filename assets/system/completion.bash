# Completion for vitrina(1). The program itself is asked which commands and options it has.
_vitrina() {
    local word=${COMP_WORDS[COMP_CWORD]} help command options
    help=$("${COMP_WORDS[0]}" --help 2>/dev/null) || return
    command=${COMP_WORDS[1]}
    if [[ $word == -* ]]; then
        # "  --name VALUE  command, command: help": those of the command, or all of them.
        options=$(sed -nE 's/^  (-[a-z], )?(--[a-z0-9-]+)( [A-Z][A-Za-z|]*)? +([a-z, ]*):.*/\2 \4/p' <<<"$help" |
            if ((COMP_CWORD > 1)) && [[ $command != -* ]]; then grep -wF -- "$command"; else cat; fi | sed 's/ .*//')
        mapfile -t COMPREPLY < <(compgen -W "$options --help --version" -- "$word")
    elif ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "$(sed -nE '/^Commands:/,/^$/s/^  ([a-z]+) .*/\1/p' <<<"$help")" -- "$word")
    fi
}
complete -o default -F _vitrina vitrina
