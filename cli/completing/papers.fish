# Completion for fish: papers completion fish > ~/.config/fish/completions/papers.fish
function __papers_complete
    set -l words (commandline -opc)
    $words[1] --complete $words[2..] (commandline -ct) 2>/dev/null
end
for program in papers corpus-index
    complete -c $program -a '(__papers_complete)'
end
