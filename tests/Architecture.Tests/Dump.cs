using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
namespace PkceAnalyzers.Architecture.Tests;
public class Dump
{
    [Fact]
    public void All()
    {
        var s = new Sources();
        using var w = new StreamWriter("/tmp/deps.txt");
        foreach (var d in s.Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)) w.WriteLine("# " + d);
        foreach (var t in s.Compilation.SyntaxTrees.Where(t => t.FilePath != ""))
        {
            var m = s.Compilation.GetSemanticModel(t);
            var uses = t.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Select(n => m.GetSymbolInfo(n).Symbol).Where(x => x is not null and not INamespaceSymbol)
              .Select(x => (x as INamedTypeSymbol ?? x!.ContainingType)?.OriginalDefinition).Where(x => x is not null).SelectMany(x => x!.DeclaringSyntaxReferences.Take(1)).Select(r => r.SyntaxTree).Where(x => x != t && x.FilePath != "").GroupBy(x => x);
            foreach (var u in uses) w.WriteLine($"{Sources.PathOf(t)} {Sources.PathOf(u.Key)} {u.Count()}");
        }
    }
}
