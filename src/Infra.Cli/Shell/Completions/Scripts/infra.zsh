# Completions of infra for zsh.
autoload -Uz compinit && (( $+functions[compdef] )) || compinit
_infra() {
    local -a words_found
    words_found=("${(@f)$(${~words[1]} complete $CURSOR "$BUFFER" 2>/dev/null)}")
    words_found=(${words_found:#})
    if (( ${#words_found} )); then
        compadd -q -S ' ' -- ${words_found:#*=}
        compadd -S '' -- ${(M)words_found:#*=}
    else
        _files
    fi
}
compdef _infra infra
