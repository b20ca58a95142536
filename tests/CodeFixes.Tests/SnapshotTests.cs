using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Tests.Programs;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>A fix asks the engine again for what a diagnostic reports. Where it does not find that, it offers nothing.</summary>
public sealed class SnapshotTests
{
    const string Unresolved = """
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;

        public static class Login
        {
            public static object Options() => new OpenIdConnectOptions { UsePkce = false };
        }
        """;

    const string Settings = """{ "Oidc": { "ClientId": "app", "UsePkce": false } }""";

    [Fact]
    public async Task It_knows_the_options_of_the_project()
    {
        var program = await ProgramAsync(Unresolved);
        Assert.NotEmpty(await TitlesAsync(await FindingAsync(program, "PKCE2001"), program.Solution));
    }

    [Fact]
    public async Task Options_that_the_host_does_not_hand_over_offer_nothing()
    {
        var program = await ProgramAsync(Unresolved);
        var finding = await FindingAsync(program, "PKCE2001");
        var project = program.Solution.Projects.Single();
        var bare = program.Solution.RemoveAnalyzerConfigDocument(project.AnalyzerConfigDocuments.Single().Id);
        Assert.Empty(await TitlesAsync(finding, bare));
    }

    [Fact]
    public async Task Code_that_has_changed_offers_nothing()
    {
        var program = await ProgramAsync(Unresolved);
        var finding = await FindingAsync(program, "PKCE2001");
        var document = program.Solution.GetDocument(finding.Location.SourceTree)!;
        var changed = program.Solution.WithDocumentText(document.Id, SourceText.From(Unresolved.Replace("UsePkce = false", "UsePkce = true ")));
        Assert.Empty(await TitlesAsync(finding, changed));
    }

    [Fact]
    public async Task Finding_of_a_settings_file_is_found_again_in_it()
    {
        var program = await ProgramAsync("System.Console.WriteLine(\"AddOpenIdConnect\");", ("/appsettings.json", Settings));
        var finding = await FindingAsync(program, "PKCE2001");
        Assert.Equal(["Switch PKCE on"], await TitlesAsync(finding, program.Solution));
        var file = program.Solution.Projects.Single().AdditionalDocuments.Single();
        Assert.Empty(await TitlesAsync(finding, program.Solution.WithAdditionalDocumentText(file.Id, SourceText.From(Settings.Replace("false", "true ")))));
    }

    static Task<TestProgram> ProgramAsync(string code, params (string, string)[] others) =>
        TestProgram.OfAsync("Snapshot", OutputKind.ConsoleApplication, [("/Login.cs", code), .. others]);

    static async Task<Diagnostic> FindingAsync(TestProgram program, string id) =>
        Assert.Single((await AnalyzedProgram.OfAsync(program.Solution, TestContext.Current.CancellationToken)).Findings, finding => finding.Id == id);

    /// <summary>What is offered for a finding in a solution, for the document of its path.</summary>
    static async Task<IReadOnlyList<string>> TitlesAsync(Diagnostic finding, Solution solution)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var id = solution.GetDocumentIdsWithFilePath(finding.Location.GetLineSpan().Path).Single();
        TextDocument document = finding.Location.IsInSource ? solution.GetDocument(id)! : solution.GetAdditionalDocument(id)!;
        CodeFixProvider provider = finding.Location.IsInSource ? new PKCE2001SettingFix() : new PKCE2001SettingsFileFix();
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), cancellation));
        return [.. actions.Select(action => action.Title)];
    }
}
