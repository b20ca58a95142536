using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Testing;
using PkceAnalyzers.Tests.Fuzzing;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>An analysis that is cancelled, as editors do at every key, leaves nothing behind that a later one would stumble over.</summary>
public sealed class CancellationTests
{
    const int Seed = 1;

    static readonly CSharpCompilation Program = CSharpCompilation.Create("Program",
        Corpus.Programs.Where((_, at) => at % 25 == 0).Take(20).Select((text, at) => CSharpSyntaxTree.ParseText(text, path: $"File{at}.cs")), Frameworks.AspNetCore);

    static readonly FileText Settings = new("appsettings.json", """{ "Authentication": { "Schemes": { "OpenIdConnect": { "ClientId": "app", "UsePkce": false } } } }""");

    [Fact]
    public void Cancelled_at_200_random_moments_and_then_run_to_the_end()
    {
        var random = new Random(Seed);
        var whole = Findings(Analysis(), CancellationToken.None);
        Assert.NotEmpty(whole);
        var watch = Stopwatch.StartNew();
        Findings(Analysis(), CancellationToken.None);
        var took = watch.Elapsed;
        var stopped = 0;
        for (var moment = 0; moment < 200;)
        {
            var analysis = Analysis();
            // Several times on the way, each time from what the one before had found out.
            for (var again = 0; again < 10; again++, moment++)
            {
                using var source = new CancellationTokenSource(took * (random.NextDouble() / 10));
                try
                {
                    Findings(analysis, source.Token);
                }
                catch (OperationCanceledException)
                {
                    stopped++;
                }
            }
            Assert.Equal(whole, Findings(analysis, CancellationToken.None));
        }
        Assert.True(stopped > 0, "nothing was cancelled");
    }

    static ProjectAnalysis Analysis() => ProjectAnalysis.Of(Program.Clone(), new AnalyzerOptions([]));

    static List<string> Findings(ProjectAnalysis analysis, CancellationToken cancellation) =>
        [
            .. analysis.Cache.Compilation.SyntaxTrees.SelectMany(tree => analysis.FileOf(tree, cancellation).Judgements)
                .Concat(analysis.Judge(Settings, cancellation))
                .Select(judgement => judgement.ToDiagnostic())
                .Select(finding => $"{finding.Id} {finding.Location.GetLineSpan()} {finding.GetMessage(CultureInfo.InvariantCulture)}"),
        ];
}
