namespace PkceAnalyzers.Tool.Scanning;

/// <summary>Tells by the names of folders what kind of code lies in them. Nothing is judged by it: it orders what is reported.</summary>
static class CodeAreas
{
    static readonly HashSet<string> Vendored = Names(
        "vendor",
        "vendored",
        "thirdparty",
        "third_party",
        "third-party",
        "3rdparty",
        "external",
        "externals",
        "packages"
    );

    static readonly HashSet<string> Samples = Names(
        "sample",
        "samples",
        "example",
        "examples",
        "demo",
        "demos",
        "playground",
        "tutorial",
        "tutorials"
    );

    static readonly HashSet<string> Tests = Names("test", "tests", "unittests", "integrationtests", "testing", "spec", "specs");

    /// <param name="relativePath">The file's path below what is scanned, with forward slashes.</param>
    /// <param name="isTestProject">Whether its project says that it holds tests.</param>
    public static CodeArea Of(string relativePath, bool isTestProject)
    {
        var folders = relativePath.Split('/')[..^1];
        return folders.Any(Vendored.Contains) ? CodeArea.Vendored
            : isTestProject || folders.Any(IsTests) ? CodeArea.Tests
            : folders.Any(IsSamples) ? CodeArea.Samples
            : CodeArea.Product;
    }

    /// <summary>A folder may be a project's: <c>App.Tests</c>.</summary>
    static bool IsTests(string folder) => folder.Split('.').Any(Tests.Contains);

    static bool IsSamples(string folder) => folder.Split('.').Any(Samples.Contains);

    static HashSet<string> Names(params IEnumerable<string> names) => new(names, StringComparer.OrdinalIgnoreCase);
}
