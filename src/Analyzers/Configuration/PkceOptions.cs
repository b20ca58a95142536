using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PkceAnalyzers.Configuration;

/// <summary>The options of <c>.editorconfig</c> and <c>.globalconfig</c>. Reading never fails: what cannot be understood is kept in
/// <see cref="Malformed"/>. Documented in <c>docs/options.md</c>.</summary>
/// <param name="ExcludedHosts">Hosts whose authorization and token requests are not judged.</param>
/// <param name="TrustedMethods">Documentation ids of methods that add the proof key to what they are given.</param>
/// <param name="RequestBuilders">Documentation ids of methods that add a parameter, given its name and value, to their receiver.</param>
/// <param name="Malformed">Entries that cannot be understood.</param>
sealed record PkceOptions(
    ImmutableHashSet<string> ExcludedHosts,
    ImmutableHashSet<string> TrustedMethods,
    ImmutableHashSet<string> RequestBuilders,
    ImmutableArray<MalformedOption> Malformed
)
{
    public const string ExcludedHostsKey = "pkce.excluded_authorization_hosts";
    public const string TrustedMethodsKey = "pkce.trusted_methods";
    public const string RequestBuildersKey = "pkce.request_builders";
    public const string ExcludedFilesKey = "pkce.excluded_files";

    /// <summary>A known-findings file is named by the project, not by an option of <c>.editorconfig</c>.</summary>
    public const string BaselineKey = "PkceBaseline";

    /// <summary>Every key that is read.</summary>
    public static readonly ImmutableArray<string> Keys = [ExcludedHostsKey, TrustedMethodsKey, RequestBuildersKey, ExcludedFilesKey];

    /// <summary>Patterns of settings files that are not judged.</summary>
    public ImmutableHashSet<string> ExcludedFiles { get; init; } = [];

    public static readonly PkceOptions None = new([], [], [], []);

    public static PkceOptions Read(AnalyzerConfigOptions options)
    {
        if (Keys.All(key => !options.TryGetValue(key, out _)))
            return None;
        var malformed = ImmutableArray.CreateBuilder<MalformedOption>();
        var files = ReadSet(ExcludedFilesKey, FilePattern.IsValid);
        return new PkceOptions(
            ReadSet(ExcludedHostsKey, static host => Uri.CheckHostName(host) != UriHostNameType.Unknown),
            ReadSet(TrustedMethodsKey, IsMethodId),
            ReadSet(RequestBuildersKey, IsMethodId),
            malformed.ToImmutable()
        )
        {
            ExcludedFiles = files,
        };

        // Documentation ids hold commas between parameters: entries are divided by bars.
        ImmutableHashSet<string> ReadSet(string key, Func<string, bool> isValid)
        {
            if (!options.TryGetValue(key, out var value))
                return [];
            var entries = value.Split('|').Select(entry => entry.Trim()).Where(entry => entry.Length > 0).ToList();
            malformed.AddRange(entries.Where(entry => !isValid(entry)).Select(entry => new MalformedOption(key, entry)));
            return [.. entries.Where(isValid)];
        }
    }

    /// <summary>Those by which values are evaluated, as one text: where it is the same, so are the values.</summary>
    public string OfValues =>
        field ??=
            string.Join("|", TrustedMethods.OrderBy(id => id, StringComparer.Ordinal))
            + "||"
            + string.Join("|", RequestBuilders.OrderBy(id => id, StringComparer.Ordinal));

    public bool Trusts(IMethodSymbol? method) => IsIn(TrustedMethods, method);

    public bool Builds(IMethodSymbol? method) => IsIn(RequestBuilders, method);

    public bool Excludes(string path) => ExcludedFiles.Any(pattern => FilePattern.Fits(pattern, path));

    static bool IsIn(ImmutableHashSet<string> ids, IMethodSymbol? method) =>
        !ids.IsEmpty
        && method?.OriginalDefinition.GetDocumentationCommentId() is { } id
        && (ids.Contains(id) || id.IndexOf('(') is > 0 and var open && ids.Contains(id.Substring(0, open)));

    static bool IsMethodId(string entry) =>
        entry.StartsWith("M:", StringComparison.Ordinal) && entry.Length > 2 && entry.IndexOf('.') > 0 && entry.IndexOf(' ') < 0;
}
