using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>The code in the pages of the rules: it compiles, what is called wrong is found by the rule, and what is called right is not.</summary>
public sealed class RulePageTests
{
    /// <summary>Where the code of a page may stand: as members, as statements with or without parameters, as an expression.</summary>
    static readonly string[] Places =
    [
        "class Page : Surroundings { /*code*/ }",
        "class Page : Surroundings { object Run(string codeVerifier, string method, Grant grant) { /*code*/\n return 0; } }",
        "class Page : Surroundings { async Task Run() { /*code*/\n await Task.Yield(); } }",
        "class Page : Surroundings { object Run() => /*code*/\n; }",
    ];

    static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    static readonly MetadataReference[] References =
    [
        .. Testing.Frameworks.AspNetCore, .. Packages.OpenIdConnect, .. Packages.AzureIdentity, .. Packages.Msal, IdentityServer.Duende,
        Runtime(Repository.Files("src/Runtime", "*.cs")),
    ];

    static readonly SyntaxTree Surroundings = Parse(Repository.Files("tests/Analyzers.Tests", "RulePageSurroundings.txt").Single());

    public static TheoryData<string> Ids => DescriptorTests.Ids;

    [Theory, MemberData(nameof(Ids))]
    public async Task Wrong_code_is_found(string id)
    {
        foreach (var code in Blocks(id, "Wrong"))
            Assert.Contains(id, await FindingsAsync(code));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task Right_code_is_not_found(string id)
    {
        foreach (var code in Blocks(id, "Right"))
            Assert.DoesNotContain(id, await FindingsAsync(code));
    }

    static List<string> Blocks(string id, string section)
    {
        var text = Regex.Match(Repository.Read($"docs/rules/{id}.md"), $"^## {section}\n(?<text>.*?)^## ", RegexOptions.Multiline | RegexOptions.Singleline).Groups["text"].Value;
        var blocks = Regex.Matches(text, "^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(block => block.Groups["code"].Value).ToList();
        Assert.NotEmpty(blocks);
        return blocks;
    }

    /// <summary>The rules that find something in a piece of code, wherever it may stand.</summary>
    static async Task<List<string>> FindingsAsync(string code)
    {
        var compilations = Places.Select(place => Compile(place.Replace("/*code*/", code, StringComparison.Ordinal))).ToList();
        var compiling = compilations.Where(compilation => Errors(compilation).Count == 0).ToList();
        Assert.True(compiling.Count > 0, $"{code}\ncompiles nowhere:\n{string.Join('\n', compilations.Select(compilation => string.Join('\n', Errors(compilation).Take(3))))}");
        var found = new List<string>();
        foreach (var compilation in compiling)
            found.AddRange((await compilation.WithAnalyzers([new PkceAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == "").Select(diagnostic => diagnostic.Id));
        return found;
    }

    static CSharpCompilation Compile(string page) => CSharpCompilation.Create("Page",
        [Surroundings, CSharpSyntaxTree.ParseText("using Azure.Identity; using Microsoft.AspNetCore.Authentication.OAuth; using Microsoft.AspNetCore.DataProtection; using Microsoft.Extensions.DependencyInjection; using Duende.IdentityServer.Models; using Microsoft.Extensions.Logging; using Pkce; using System.Buffers.Text; using System.Net.Http; using System.Security.Cryptography; using System.Text; using System.Text.Json; using System.Threading.Tasks; using Microsoft.IdentityModel.Tokens; using Microsoft.AspNetCore.Authentication;\n" + page, Options)],
        References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    static MetadataReference Runtime(IEnumerable<string> files)
    {
        using var image = new MemoryStream();
        var built = CSharpCompilation.Create("PkceAnalyzers.Runtime", files.Select(Parse), Testing.Frameworks.AspNetCore, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)).Emit(image);
        Assert.True(built.Success, string.Join('\n', built.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.Linq;\n" + File.ReadAllText(file), Options, file);

    static List<string> Errors(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
}
