using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Architecture.Tests;

/// <summary>Holds the picture of <c>docs/architecture.md</c>: directions, sizes and names.</summary>
public sealed partial class ArchitectureTests(Sources sources, ITestOutputHelper output) : IClassFixture<Sources>
{
    const int MostFilesInFolder = 40;
    const int MostColumns = 140;
    const int MostLinesOfMethod = 60;
    const int MostLinesOfFile = 400;

    /// <summary>The folders from the top to the bottom: what stands in one line is of one height, and does not know its neighbours.</summary>
    static readonly string[][] Floors =
    [
        ["CodeFixes"],
        ["CodeFixes/Plans"],
        ["CodeFixes/Insertions"],
        ["CodeFixes/ProofKeys"],
        ["CodeFixes/Editing"],
        ["Analyzers"],
        ["Analyzers/Rules"],
        ["Analyzers/Exchanges"],
        ["Analyzers/Requests", "Analyzers/Settings", "Analyzers/Verifiers", "Analyzers/Servers"],
        ["Analyzers/Libraries"],
        ["Analyzers/Values"],
        ["Analyzers/Providers", "Analyzers/Configuration"],
        ["Analyzers/Syntax"],
        ["Analyzers/Polyfills"],
    ];

    [Fact]
    public void Exceptions_are_few()
    {
        Exceptions.Print(output);
        Assert.InRange(Exceptions.Count, 0, 10);
    }

    [Fact]
    public void References_go_down()
    {
        var upward = sources.References().Where(reference => FloorOf(reference.To) <= FloorOf(reference.From) && FolderOf(reference.From) != FolderOf(reference.To));
        AssertNone(upward.Select(reference => $"{reference.From}: refers to {reference.To}").Distinct());
    }

    [Fact]
    public void Rules_alone_know_ids_and_severities() =>
        AssertNone(
            from file in sources.Compilation.SyntaxTrees
            where file.FilePath.Length > 0
            let path = Sources.PathOf(file)
            where path.StartsWith("Analyzers/", StringComparison.Ordinal) && FloorOf(path) > FloorOf("Analyzers/Rules/x.cs")
            from token in file.GetRoot().DescendantTokens()
            where RuleId().IsMatch(token.ValueText) || token.ValueText is nameof(DiagnosticSeverity)
            select $"{path}: {token.ValueText}"
        );

    [Fact]
    public void Folders_can_be_surveyed() =>
        AssertNone(
            from file in sources.Files
            group file by Sources.FolderOf(file) into folder
            where folder.Count() > MostFilesInFolder
            select $"{folder.Key}: {folder.Count()} files"
        );

    [Fact]
    public void Lines_can_be_read() =>
        AssertNone(
            from file in sources.Files
            from line in file.GetText().Lines
            where line.Span.Length > MostColumns
            select $"{Sources.PathOf(file)}: a line of {line.Span.Length} columns"
        );

    [Fact]
    public void Methods_fit_a_screen() =>
        AssertNone(
            from file in sources.Files
            from member in file.GetRoot().DescendantNodes()
            where member is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax { ExpressionBody: not null }
            let lines = LinesOf(file, member)
            where lines > MostLinesOfMethod
            select $"{Sources.PathOf(file)}: {NameOf(member)} has {lines} lines"
        );

    [Fact]
    public void Files_can_be_read() =>
        AssertNone(
            from file in sources.Files
            let lines = file.GetText().Lines.Count
            where lines > MostLinesOfFile
            select $"{Sources.PathOf(file)}: {lines} lines"
        );

    [Fact]
    public void A_type_is_found_by_its_name() =>
        AssertNone(
            from file in sources.Files
            let name = Path.GetFileName(file.FilePath)
            from type in file.GetRoot().DescendantNodes(node => node is not BaseTypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>()
            where !name.StartsWith(type.Identifier.ValueText, StringComparison.Ordinal)
            select $"{Sources.PathOf(file)}: {type.Identifier.ValueText}"
        );

    [Fact]
    public void No_name_has_two_meanings() =>
        AssertNone(
            from file in sources.Files
            from type in file.GetRoot().DescendantNodes(node => node is not BaseTypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>()
            where !type.Modifiers.Any(SyntaxKind.PartialKeyword)
            group Sources.PathOf(file) by type.Identifier.ValueText into places
            where places.Distinct().Count() > 1
            select $"{places.Key}: {string.Join(", ", places)}"
        );

    static void AssertNone(IEnumerable<string> violations)
    {
        var left = violations.Where(violation => !Exceptions.Cover(violation)).Order(StringComparer.Ordinal).ToList();
        Assert.True(left.Count == 0, $"{left.Count}:\n{string.Join("\n", left)}");
    }

    static int FloorOf(string path) => Array.FindIndex(Floors, floor => floor.Contains(FolderOf(path)));

    /// <summary>The folder of a file: of those below a floor's, the floor's.</summary>
    static string FolderOf(string path)
    {
        var parts = path.Split('/');
        return string.Join('/', parts.Take(Math.Min(2, parts.Length - 1)));
    }

    static int LinesOf(SyntaxTree file, SyntaxNode node)
    {
        var lines = file.GetLineSpan(node.Span);
        return lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1;
    }

    static string NameOf(SyntaxNode member) =>
        member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => member.ToString().Split('\n')[0],
            _ => member.Kind().ToString(),
        };

    [GeneratedRegex(@"^PKCE\d{4}$")]
    private static partial Regex RuleId();
}
