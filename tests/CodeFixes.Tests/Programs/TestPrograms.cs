using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Support;

namespace PkceAnalyzers.CodeFixes.Tests.Programs;

/// <summary>The programs in the sources of all tests, known by the marks of what is found in them, and the samples.</summary>
static partial class TestPrograms
{
    const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    const string WebUsings = "global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection;";

    public static IEnumerable<TestProgram> All() => InTests().DistinctBy(program => program.Files[0]).Concat(Samples());

    static IEnumerable<TestProgram> InTests()
    {
        foreach (var path in Sources("tests/Analyzers.Tests").Concat(Sources("tests/CodeFixes.Tests")))
        {
            var source = File.ReadAllText(path);
            if (!source.Contains("{|PKCE", StringComparison.Ordinal))
                continue;
            var tree = CSharpSyntaxTree.ParseText(source, path: path);
            var model = CSharpCompilation.Create("Texts", [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]).GetSemanticModel(tree);
            // The whole of a sum of constants, not its parts.
            var texts = tree.GetRoot().DescendantNodes(node => node is not ExpressionSyntax expression || !IsProgram(expression)).OfType<ExpressionSyntax>().Where(IsProgram);
            foreach (var text in texts)
            {
                var program = Marks().Replace((string)model.GetConstantValue(text).Value!, "");
                if (!IsFragment(program))
                    yield return new TestProgram(Name(path, text), [program]);
            }

            bool IsProgram(ExpressionSyntax expression) => expression is LiteralExpressionSyntax or BinaryExpressionSyntax
                && model.GetConstantValue(expression) is { HasValue: true, Value: string text } && text.Contains("{|PKCE", StringComparison.Ordinal) && !text.TrimStart().StartsWith('{');
        }
    }

    /// <summary>Whether it is members that a test puts into a class.</summary>
    static bool IsFragment(string program) =>
        CSharpSyntaxTree.ParseText(program).GetCompilationUnitRoot().Members.Any(member => member is not (GlobalStatementSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax));

    static IEnumerable<TestProgram> Samples() => Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
        .Select(folder => new TestProgram(Path.GetRelativePath(Repository.Root, folder), [ImplicitUsings, WebUsings, .. Sources(folder).Select(File.ReadAllText)]));

    static string Name(string path, SyntaxNode text) => $"{Path.GetRelativePath(Repository.Root, path)}({text.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";

    static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\|[A-Z#][A-Za-z0-9]*:|\|\}")]
    private static partial Regex Marks();
}
