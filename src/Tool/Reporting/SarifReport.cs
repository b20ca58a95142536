using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>SARIF 2.1.0 (OASIS), with what code scanning reads of it.</summary>
sealed class SarifReport(ScanResult result, string category)
{
    const string Root = "SRCROOT",
        Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    static readonly string Version = typeof(SarifReport)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion;

    readonly Dictionary<string, IReadOnlyDictionary<int, string>> _lineHashes = [];
    readonly List<DiagnosticDescriptor> _rules = [.. result.Rules];

    /// <param name="category">What code scanning tells analyses of one commit apart by.</param>
    public static void Write(ScanResult result, string category, TextWriter output) =>
        output.WriteLine(new SarifReport(result, category).Log().ToJsonString(Json.Indented));

    JsonObject Log() =>
        new()
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject { ["driver"] = Driver() },
                    ["automationDetails"] = new JsonObject { ["id"] = $"{category}/" },
                    ["columnKind"] = "utf16CodeUnits",
                    ["originalUriBaseIds"] = new JsonObject
                    {
                        [Root] = new JsonObject { ["uri"] = new Uri(result.Root + "/").AbsoluteUri },
                    },
                    ["invocations"] = new JsonArray(Invocation()),
                    ["results"] = Array(result.All.Order(Finding.ByPlace).Select(Result)),
                }
            ),
        };

    JsonObject Driver() =>
        new()
        {
            ["name"] = "pkce",
            ["fullName"] = "PKCE analyzers",
            ["organization"] = "PKCE analyzers",
            ["version"] = Version,
            ["semanticVersion"] = Version,
            ["informationUri"] = _rules.Select(rule => rule.HelpLinkUri).FirstOrDefault(link => link.Length > 0)?.Split("/blob/")[0],
            ["rules"] = Array(_rules.Select(Rule)),
        };

    static JsonObject Rule(DiagnosticDescriptor rule)
    {
        var description = rule.Description.ToString();
        return new JsonObject
        {
            ["id"] = rule.Id,
            ["shortDescription"] = Text(rule.Title.ToString()),
            ["fullDescription"] = Text(description.Length > 0 ? description : rule.Title.ToString()),
            ["helpUri"] = rule.HelpLinkUri,
            ["help"] = RulePages.WithFullLinks(rule.Id, rule.HelpLinkUri) is { } page
                ? new JsonObject { ["text"] = page, ["markdown"] = page }
                : Text(description),
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.DefaultSeverity) },
            ["properties"] = new JsonObject
            {
                ["tags"] = Array(
                    rule.CustomTags.Where(tag => !tag.StartsWith("security-severity:", StringComparison.Ordinal))
                        .Select(tag => JsonValue.Create(tag))
                ),
                ["precision"] = rule.DefaultSeverity >= DiagnosticSeverity.Warning ? "very-high" : "medium",
                ["problem.severity"] = rule.DefaultSeverity >= DiagnosticSeverity.Warning ? "warning" : "recommendation",
                ["security-severity"] = rule
                    .CustomTags.FirstOrDefault(tag => tag.StartsWith("security-severity:", StringComparison.Ordinal))
                    ?.Split(':')[1],
            },
        };
    }

    JsonObject Invocation() =>
        new()
        {
            ["executionSuccessful"] = !result.IsInterrupted && !result.Problems.Any(problem => problem.IsError),
            ["toolExecutionNotifications"] = Array(
                result.Problems.Select(problem => new JsonObject
                {
                    ["level"] = problem.IsError ? "error" : "warning",
                    ["message"] = Text(problem.Message),
                })
            ),
        };

    JsonObject Result(Finding finding)
    {
        var json = new JsonObject
        {
            ["ruleId"] = finding.Id,
            ["ruleIndex"] = _rules.FindIndex(rule => rule.Id == finding.Id),
            ["level"] = Level(finding.Severity),
            ["message"] = Text(finding.Message),
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = Physical(finding.Place, finding.Code) }),
            ["partialFingerprints"] = Fingerprints(finding),
            ["properties"] = new JsonObject { ["area"] = finding.Area.ToString().ToLowerInvariant() },
        };
        if (finding.Related.Count > 0)
        {
            json["relatedLocations"] = Array(
                finding.Related.Select(
                    (place, index) =>
                        new JsonObject
                        {
                            ["id"] = index + 1,
                            ["physicalLocation"] = Physical(place, null),
                            ["message"] = Text("Belongs to this finding"),
                        }
                )
            );
        }
        if (finding.Flow.Count > 0)
            json["codeFlows"] = new JsonArray(Flow(finding));
        if (finding.Fix.Count > 0)
            json["fixes"] = new JsonArray(Fix(finding));
        // An empty list says that it was looked for, so it is there for every result or for none.
        json["suppressions"] = finding.Suppression is { } suppression ? new JsonArray(Suppression(suppression)) : new JsonArray();
        return json;
    }

    JsonObject Flow(Finding finding) =>
        new()
        {
            ["threadFlows"] = new JsonArray(
                new JsonObject
                {
                    ["locations"] = Array(
                        finding.Flow.Select(step => new JsonObject
                        {
                            ["location"] = new JsonObject
                            {
                                ["physicalLocation"] = Physical(step.Place, null),
                                ["message"] = Text(step.What),
                            },
                        })
                    ),
                }
            ),
        };

    JsonObject Fix(Finding finding) =>
        new()
        {
            ["description"] = Text("Repairs it as 'pkce fix' does"),
            ["artifactChanges"] = Array(
                finding
                    .Fix.GroupBy(replacement => replacement.Place.Path)
                    .Select(file => new JsonObject
                    {
                        ["artifactLocation"] = Artifact(file.Key),
                        ["replacements"] = Array(
                            file.Select(replacement => new JsonObject
                            {
                                ["deletedRegion"] = Region(replacement.Place),
                                ["insertedContent"] = Text(replacement.Text),
                            })
                        ),
                    })
            ),
        };

    static JsonObject Suppression(Suppression suppression)
    {
        var json = new JsonObject { ["kind"] = suppression.IsKnown ? "external" : "inSource", ["status"] = "accepted" };
        if (suppression.Reason is { } reason)
            json["justification"] = reason;
        return json;
    }

    JsonObject Fingerprints(Finding finding)
    {
        var fingerprints = new JsonObject { ["pkceFinding/v1"] = finding.Fingerprint };
        if (HashesOf(finding.Path).TryGetValue(finding.Line, out var hash))
            fingerprints["primaryLocationLineHash"] = hash;
        return fingerprints;
    }

    IReadOnlyDictionary<int, string> HashesOf(string path)
    {
        if (_lineHashes.TryGetValue(path, out var known))
            return known;
        try
        {
            return _lineHashes[path] = LineHashes.Of(Compiling.SourceReader.Read(path).ToString());
        }
        catch (InputException)
        {
            return _lineHashes[path] = new Dictionary<int, string>();
        }
    }

    JsonObject Physical(Place place, string? code)
    {
        var json = new JsonObject { ["artifactLocation"] = Artifact(place.Path) };
        if (place.Line == 0)
            return json;
        json["region"] = Region(place);
        if (code is not null)
            json["contextRegion"] = new JsonObject { ["startLine"] = place.Line, ["snippet"] = Text(code) };
        return json;
    }

    static JsonObject Region(Place place) =>
        new()
        {
            ["startLine"] = place.Line,
            ["startColumn"] = place.Column,
            ["endLine"] = place.EndLine,
            ["endColumn"] = place.EndColumn,
        };

    JsonObject Artifact(string path)
    {
        var relative = result.Relative(path);
        return Path.IsPathRooted(relative)
            ? new JsonObject { ["uri"] = new Uri(path).AbsoluteUri }
            : new JsonObject { ["uri"] = string.Join('/', relative.Split('/').Select(Uri.EscapeDataString)), ["uriBaseId"] = Root };
    }

    static JsonObject Text(string text) => new() { ["text"] = text };

    static string Level(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "note",
        };

    static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];
}
