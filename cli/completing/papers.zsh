#compdef papers corpus-index
# Completion for zsh: eval "$(papers completion zsh)" in ~/.zshrc, after compinit.
_papers_complete() {
    local -a found
    found=("${(@f)$("${words[1]}" --complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ -n "${found[1]}" ]]; then
        compadd -M 'm:{a-zA-Z}={A-Za-z}' -- "${found[@]}"
    else
        _files
    fi
}
compdef _papers_complete papers corpus-index
