using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.CodeFixes.Tests.Programs;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The helper that stands in for PkceAnalyzers.Runtime.AspNetCore compiles without a warning wherever it is written.</summary>
public sealed class CookieHelperTests
{
    const string Key = nameof(PKCE1001ProofKeyFix), ProjectKey = Key + ".Project";

    static readonly LanguageVersion[] Versions = [LanguageVersion.CSharp8, LanguageVersion.CSharp9, LanguageVersion.CSharp10, LanguageVersion.CSharp11, LanguageVersion.CSharp14];

    public static TheoryData<LanguageVersion, NullableContextOptions, string> Settings
    {
        get
        {
            var data = new TheoryData<LanguageVersion, NullableContextOptions, string>();
            foreach (var version in Versions)
            {
                foreach (var key in new[] { Key, ProjectKey })
                {
                    data.Add(version, NullableContextOptions.Enable, key);
                    data.Add(version, NullableContextOptions.Disable, key);
                }
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Language_versions_and_nullable_contexts(LanguageVersion version, NullableContextOptions nullable, string key)
    {
        var after = await FixedAsync(Login(""), version, nullable, key);
        var helper = after.Single(document => document.Text.Contains("class ProofKeyCookie", StringComparison.Ordinal));
        Assert.Equal(key == ProjectKey ? "Pkce.cs" : "Login.cs", helper.Name);
        Assert.Contains(key == ProjectKey ? "internal static class" : version >= LanguageVersion.CSharp11 ? "file static class" : "private static class", helper.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace App.System { class Text { } }")]
    [InlineData("namespace App.Microsoft { class AspNetCore { } }")]
    [InlineData("namespace App { class System { } class Microsoft { } }")]
    [InlineData("namespace App { class ProofKeyCookie { } }")]
    [InlineData("namespace App { class Uri { } class CookieOptions { } class Encoding { } }")]
    public async Task Names_that_hide_others(string hiding)
    {
        foreach (var version in new[] { LanguageVersion.CSharp8, LanguageVersion.CSharp14 })
        {
            foreach (var key in new[] { Key, ProjectKey })
                await FixedAsync(Login(""), version, NullableContextOptions.Enable, key, ("/Hiding.cs", hiding));
        }
    }

    [Fact]
    public async Task File_of_the_helper_for_another_way_stays()
    {
        var proofKey = HelperTests.Helper("internal static", "").TrimStart('\n') + "\n";
        var after = await FixedAsync(Login(""), LanguageVersion.CSharp14, NullableContextOptions.Enable, ProjectKey, ("/Pkce.cs", proofKey));
        Assert.Equal(proofKey, after.Single(document => document.Name == "Pkce.cs").Text);
        Assert.Contains("internal static class ProofKeyCookie", after.Single(document => document.Name == "PkceCookie.cs").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_that_is_a_GUID_is_not_taken_for_the_verifier()
    {
        var after = await FixedAsync(Login("var state = System.Guid.NewGuid().ToString();"), LanguageVersion.CSharp14, NullableContextOptions.Enable, Key);
        Assert.Contains("ProofKeyCookie.Begin(HttpContext, \"server app\", state, ", after.Single(document => document.Name == "Login.cs").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_that_is_written_once_serves_the_next_login()
    {
        var other = Login("").Replace("LoginController", "OtherController").Replace("server", "other");
        var after = await FixedAsync(Login(""), LanguageVersion.CSharp14, NullableContextOptions.Enable, ProjectKey, ("/Other.cs", other));
        Assert.Single(after, document => document.Text.Contains("class ProofKeyCookie", StringComparison.Ordinal));
    }

    static string Login(string before) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        namespace App
        {
            public class LoginController : ControllerBase
            {
                private readonly HttpClient http = new HttpClient();

                public IActionResult Login()
                {
                    {{before}}
                    return Redirect("https://server/authorize?response_type=code&client_id=app"{{(before.Length > 0 ? " + \"&state=\" + state" : "")}});
                }

                public async Task<IActionResult> Callback(string code)
                {
                    await http.PostAsync("https://server/token", new StringContent("grant_type=authorization_code&code=" + code));
                    return Ok();
                }
            }
        }
        """;

    const string Program = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        static class Program
        {
            static void Main(string[] arguments)
            {
                var builder = WebApplication.CreateBuilder(arguments);
                builder.Services.AddControllers();
                builder.Services.AddDataProtection();
                builder.Build().Run();
            }
        }
        """;

    /// <summary>The documents of the repaired program, which has neither findings nor warnings.</summary>
    static async Task<IReadOnlyList<(string Name, string Text)>> FixedAsync(
        string login, LanguageVersion version, NullableContextOptions nullable, string key, params (string, string)[] files)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var solution = (await TestProgram.OfAsync("one", OutputKind.ConsoleApplication, [("/Login.cs", login), ("/Program.cs", Program), .. files])).Solution;
        var project = solution.Projects.Single();
        solution = solution.WithProjectParseOptions(project.Id, ((CSharpParseOptions)project.ParseOptions!).WithLanguageVersion(version))
            .WithProjectCompilationOptions(project.Id, ((CSharpCompilationOptions)project.CompilationOptions!).WithNullableContextOptions(nullable));
        var before = await AnalyzedProgram.OfAsync(solution, cancellation);
        Assert.Empty(before.Faults);
        Assert.NotEmpty(before.Findings);

        var action = await new PKCE1001ProofKeyFix().FixAllAsync(before.Solution, before.Findings, key, isUnread: false, cancellation);
        var changed = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action!.GetOperationsAsync(cancellation))).ChangedSolution;
        var after = await AnalyzedProgram.OfAsync(changed, cancellation);
        var documents = new List<(string Name, string Text)>();
        foreach (var document in changed.Projects.Single().Documents)
            documents.Add((document.Name, (await document.GetTextAsync(cancellation)).ToString()));
        Assert.True(after.Faults.Count == 0, $"{string.Join(", ", after.Faults.Keys)}: {string.Join("\n", documents)}");
        Assert.Empty(after.Findings);
        return documents;
    }
}
