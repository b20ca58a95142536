using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PkceAnalyzers.Runtime.AspNetCore.Tests;

/// <summary>The helper's text, compiled as a program's compiler does.</summary>
sealed class LoginsOfHelper : ILogins
{
    static readonly string[] Referenced = ["System.", "Microsoft.AspNetCore.", "Microsoft.Net."];

    static readonly Lazy<Type> Helper =
        new(() => Load(Compile(HelperSource.Of("public static", ""), LanguageVersion.CSharp8, NullableContextOptions.Disable)));

    static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Referenced.Any(prefix => Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path))];

    public string Begin(HttpContext context, string provider, string? state, string redirectUri, bool formPost) =>
        (string)Call("Begin", context, provider, state, redirectUri, formPost)!;

    public string? Take(HttpContext context, string provider, string? state) => (string?)Call("Take", context, provider, state);

    /// <summary>A library of one file.</summary>
    public static CSharpCompilation Compile(string source, LanguageVersion version, NullableContextOptions nullable) =>
        CSharpCompilation.Create(
            "Helper",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version, DocumentationMode.Diagnose))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, warningLevel: 9999));

    static Type Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return Assembly.Load(image.ToArray()).GetType("ProofKeyCookie")!;
    }

    static object? Call(string name, params object?[] arguments)
    {
        var method = Helper.Value.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!;
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
