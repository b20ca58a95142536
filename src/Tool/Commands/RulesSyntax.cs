using System.CommandLine;
using System.Text.Json.Nodes;
using PkceAnalyzers.Tool.Fixing;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Commands;

/// <summary><c>pkce rules</c>: what is looked for.</summary>
static class RulesSyntax
{
    static readonly Option<bool> AsJson = new("--json") { Description = "Print a JSON array." };

    public static Command Command()
    {
        var rules = new Command("rules", "Lists the rules: id, severity, whether 'pkce fix' has repairs, and what they find.") { AsJson };
        rules.SetAction(parsed => Print(parsed.GetValue(AsJson), Console.Out));
        return rules;
    }

    static void Print(bool asJson, TextWriter output)
    {
        var rules = Analyzers
            .Rules.Select(rule =>
                (
                    rule.Id,
                    Severity: TextReport.SeverityName(rule.DefaultSeverity),
                    Title: rule.Title.ToString(),
                    IsRepaired: Repairs.Ids.Contains(rule.Id),
                    rule.HelpLinkUri
                )
            )
            .ToList();
        if (asJson)
        {
            output.WriteLine(
                new JsonArray([
                    .. rules.Select(rule => new JsonObject
                    {
                        ["id"] = rule.Id,
                        ["severity"] = rule.Severity,
                        ["title"] = rule.Title,
                        ["hasRepair"] = rule.IsRepaired,
                        ["page"] = rule.HelpLinkUri,
                    }),
                ]).ToJsonString(Json.Indented)
            );
            return;
        }
        foreach (var rule in rules)
            output.WriteLine($"{rule.Id}  {rule.Severity, -7}  {(rule.IsRepaired ? "repair" : ""), -6}  {rule.Title}");
    }
}
