namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>What an authorization server is known to do about PKCE, for people to read: no rule decides by it.</summary>
/// <param name="Name">As its maker calls it.</param>
/// <param name="Pkce">In one word: <c>required</c>, <c>supported</c>, <c>unsupported</c> …</param>
/// <param name="Methods">The transformations that it takes; empty where that is not known.</param>
/// <param name="Confidence"><c>documented</c> by its maker, <c>reported</c> by users, or <c>inferred</c>.</param>
/// <param name="Source">Where that is written.</param>
sealed record KnownServer(string Name, string Pkce, string Methods, string Confidence, string Source)
{
    const string File = "providers.tsv";

    static readonly Lazy<IReadOnlyList<(string[] Host, KnownServer Server)>> All = new(Read);

    /// <summary>That of a host; null where none is known.</summary>
    public static KnownServer? OfHost(string host)
    {
        var labels = host.ToLowerInvariant().Split('.');
        return All.Value.FirstOrDefault(one => Fits(one.Host, labels)).Server;
    }

    /// <summary>In one line.</summary>
    public override string ToString() =>
        $"{Name}: PKCE {Pkce}{(Methods.Length > 0 ? $" ({Methods})" : "")}{(Confidence == "documented" ? "" : $", {Confidence}")}";

    /// <summary>A label in braces stands for any.</summary>
    static bool Fits(string[] known, string[] labels) =>
        known.Length == labels.Length && known.Zip(labels).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    static IReadOnlyList<(string[], KnownServer)> Read()
    {
        using var reader = new StreamReader(typeof(KnownServer).Assembly.GetManifestResourceStream(File)!);
        var servers = new List<(string[], KnownServer)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var host, var name, var pkce, var methods, var confidence, var source])
                servers.Add((host.ToLowerInvariant().Split('.'), new(name, pkce, methods, confidence, source)));
        }
        return servers;
    }
}
