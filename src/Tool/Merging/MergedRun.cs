using System.Text.Json.Nodes;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Merging;

/// <summary>The runs of one tool as one: its rules by id, its results each once.</summary>
/// <param name="root">Full path of the folder that paths are told from.</param>
sealed class MergedRun(string root)
{
    const string RootId = "SRCROOT";

    readonly List<JsonObject> _rules = [];
    readonly Dictionary<string, int> _ruleIndexes = [];
    readonly List<JsonObject> _results = [];
    readonly HashSet<string> _seen = [];
    readonly List<JsonNode> _invocations = [];
    readonly Dictionary<string, IReadOnlyDictionary<int, string>> _lineHashes = [];
    JsonObject? _first;

    public int Results => _results.Count;

    public void Add(JsonObject run)
    {
        _first ??= (JsonObject)run.DeepClone();
        var rules = Objects(run["tool"]?["driver"]?["rules"]).ToList();
        rules.ForEach(AddRule);
        _invocations.AddRange(Objects(run["invocations"]).Select(invocation => invocation.DeepClone()));
        var bases = run["originalUriBaseIds"] as JsonObject;
        foreach (var result in Objects(run["results"]))
            AddResult((JsonObject)result.DeepClone(), rules, bases);
    }

    public JsonObject ToJson(string category)
    {
        var run = (JsonObject)_first!.DeepClone();
        // What counts in a list of the run is told by the results themselves.
        foreach (
            var list in new[]
            {
                "artifacts",
                "logicalLocations",
                "threadFlowLocations",
                "graphs",
                "results",
                "invocations",
                "originalUriBaseIds",
            }
        )
            run.Remove(list);
        ((JsonObject)run["tool"]!["driver"]!)["rules"] = new JsonArray([.. _rules]);
        run["automationDetails"] = new JsonObject { ["id"] = $"{category}/" };
        run["originalUriBaseIds"] = new JsonObject { [RootId] = new JsonObject { ["uri"] = new Uri(root + "/").AbsoluteUri } };
        if (_invocations.Count > 0)
            run["invocations"] = new JsonArray([.. _invocations]);
        run["results"] = new JsonArray([.. _results]);
        return run;
    }

    void AddRule(JsonObject rule)
    {
        if (rule["id"]?.GetValue<string>() is { } id && _ruleIndexes.TryAdd(id, _rules.Count))
            _rules.Add((JsonObject)rule.DeepClone());
    }

    void AddResult(JsonObject result, List<JsonObject> rules, JsonObject? bases)
    {
        if (RuleOf(result, rules) is { } id)
        {
            result["ruleId"] = id;
            result.Remove("rule");
            if (_ruleIndexes.TryGetValue(id, out var index))
                result["ruleIndex"] = index;
            else
                result.Remove("ruleIndex");
        }
        foreach (var artifact in Artifacts(result).ToList())
            Relate(artifact, bases);
        if (result["relatedLocations"] is JsonArray related)
            result["relatedLocations"] = new JsonArray([.. related.DistinctBy(one => one!.ToJsonString()).Select(one => one!.DeepClone())]);
        // The same file may have been compiled for several frameworks.
        if (!_seen.Add(result.ToJsonString()))
            return;
        AddLineHash(result);
        _results.Add(result);
    }

    static string? RuleOf(JsonObject result, List<JsonObject> rules)
    {
        if ((result["ruleId"] ?? result["rule"]?["id"])?.GetValue<string>() is { } id)
            return id;
        var index = (result["ruleIndex"] ?? result["rule"]?["index"])?.GetValue<int>() ?? -1;
        return index >= 0 && index < rules.Count ? rules[index]["id"]?.GetValue<string>() : null;
    }

    /// <summary>Each artifactLocation in a result.</summary>
    static IEnumerable<JsonObject> Artifacts(JsonNode? node) =>
        node switch
        {
            JsonObject json => json.SelectMany(property =>
                property.Key == "artifactLocation" && property.Value is JsonObject artifact ? [artifact] : Artifacts(property.Value)
            ),
            JsonArray array => array.SelectMany(Artifacts),
            _ => [],
        };

    /// <summary>Tells a path from the root, where it lies below.</summary>
    void Relate(JsonObject artifact, JsonObject? bases)
    {
        artifact.Remove("index");
        if (
            artifact["uri"]?.GetValue<string>() is not { } written
            || FullUri(written, artifact["uriBaseId"]?.GetValue<string>(), bases) is not { } full
        )
            return;
        var top = new Uri(root + "/");
        var isBelow = full.AbsoluteUri.StartsWith(top.AbsoluteUri, StringComparison.Ordinal);
        artifact["uri"] = isBelow ? full.AbsoluteUri[top.AbsoluteUri.Length..] : full.AbsoluteUri;
        artifact.Remove("uriBaseId");
        if (isBelow)
            artifact["uriBaseId"] = RootId;
    }

    /// <summary>Null where it is not known what a path is relative to: such a path stays as it is.</summary>
    static Uri? FullUri(string written, string? baseId, JsonObject? bases)
    {
        if (Uri.TryCreate(written, UriKind.Absolute, out var absolute) && absolute.IsFile)
            return absolute;
        return
            baseId is not null
            && bases?[baseId]?["uri"]?.GetValue<string>() is { } folder
            && Uri.TryCreate(folder, UriKind.Absolute, out var from)
            && from.IsFile
            ? new Uri(from, written)
            : null;
    }

    void AddLineHash(JsonObject result)
    {
        var place = (result["locations"] as JsonArray)?.FirstOrDefault()?["physicalLocation"];
        if (
            place?["region"]?["startLine"]?.GetValue<int>() is not { } line
            || place["artifactLocation"]?["uri"]?.GetValue<string>() is not { } uri
        )
            return;
        if (place["artifactLocation"]!["uriBaseId"]?.GetValue<string>() != RootId || !HashesOf(uri).TryGetValue(line, out var hash))
            return;
        if (result["partialFingerprints"] is not JsonObject fingerprints)
            result["partialFingerprints"] = fingerprints = [];
        fingerprints.TryAdd("primaryLocationLineHash", hash);
    }

    IReadOnlyDictionary<int, string> HashesOf(string uri)
    {
        if (_lineHashes.TryGetValue(uri, out var known))
            return known;
        try
        {
            return _lineHashes[uri] = LineHashes.Of(SourceReader.Read(Path.Combine(root, Uri.UnescapeDataString(uri))).ToString());
        }
        catch (InputException)
        {
            return _lineHashes[uri] = new Dictionary<int, string>();
        }
    }

    static IEnumerable<JsonObject> Objects(JsonNode? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];
}
