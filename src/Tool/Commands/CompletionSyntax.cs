using System.CommandLine;

namespace PkceAnalyzers.Tool.Commands;

/// <summary><c>pkce completion</c>: what a shell has to run to complete commands and options.</summary>
static class CompletionSyntax
{
    /// <summary>Each asks the program itself, which knows what may follow.</summary>
    static readonly IReadOnlyDictionary<string, string> Scripts = new Dictionary<string, string>
    {
        ["bash"] = """
            _pkce() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$(pkce "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _pkce pkce
            """,
        ["zsh"] = """
            _pkce() {
                local -a found
                found=("${(@f)$(pkce "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                compadd -a found
                _files
            }
            compdef _pkce pkce
            """,
        ["fish"] = """
            complete -c pkce -a '(set -l line (commandline -cp); pkce "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName pkce -ScriptBlock {
                param($word, $line, $position)
                pkce "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
    };

    static readonly Argument<string> Shell = new("SHELL") { Description = string.Join(", ", Scripts.Keys) + "." };

    public static Command Command()
    {
        Shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var completion = new Command(
            "completion",
            "Prints what makes a shell complete commands and options: 'eval \"$(pkce completion bash)\"', 'pkce completion fish | source', "
                + "'pkce completion pwsh | Out-String | Invoke-Expression'."
        )
        {
            Shell,
        };
        completion.SetAction(parsed => Console.Out.WriteLine(Scripts[parsed.GetValue(Shell)!].ReplaceLineEndings("\n")));
        return completion;
    }
}
