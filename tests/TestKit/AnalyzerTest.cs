using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Runs analyzers over the files of <see cref="TestState"/> and compares what is reported with what is expected.</summary>
public abstract class AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    protected AnalyzerTest() => TestState = NewState();

    public abstract string Language { get; }

    /// <summary>Adds a source file.</summary>
    public string TestCode
    {
        set => TestState.Sources.Add(value);
    }

    public SolutionState TestState { get; }

    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Default;

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    public MarkupOptions MarkupOptions { get; set; }

    public TestBehaviors TestBehaviors { get; set; }

    /// <summary>Ids that are switched off as by <c>NoWarn</c>.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    /// <summary>Changes of the solution before it is analysed: options, references, further documents.</summary>
    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    /// <summary>Whether analysing each file by itself, as an editor does, must report the same as analysing the
    /// compilation. What the callbacks of one file report in another is lost in editors. Not in the packages.</summary>
    public bool ChecksDocumentByDocument { get; set; } = true;

    /// <summary>Whether analysing without concurrency must report the same. Not in the packages.</summary>
    public bool ChecksWithoutConcurrency { get; set; } = true;

    protected virtual string DefaultFilePathPrefix => "/0/Test";

    protected virtual string DefaultTestProjectName => "TestProject";

    protected abstract string DefaultFileExt { get; }

    protected TVerifier Verify { get; } = new();

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        Verify.NotEmpty($"{nameof(TestState)}.{nameof(TestState.Sources)}", TestState.Sources);
        await (ProgramRecorder.IsRecording ? RecordAsync(cancellationToken) : RunImplAsync(cancellationToken));
    }

    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    protected abstract CompilationOptions CreateCompilationOptions();

    protected abstract ParseOptions CreateParseOptions();

    protected virtual AnalyzerOptions GetAnalyzerOptions(Project project) => project.AnalyzerOptions;

    /// <summary>What <c>[|…|]</c> stands for.</summary>
    protected virtual DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers)
    {
        var supported = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).ToList();
        return supported.Count == 1 || MarkupOptions.HasFlag(MarkupOptions.UseFirstDescriptor) ? supported.FirstOrDefault() : null;
    }

    protected virtual bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics)
        => compilerDiagnostics switch
        {
            CompilerDiagnostics.None => false,
            CompilerDiagnostics.Errors => diagnostic.Severity >= DiagnosticSeverity.Error,
            CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
            CompilerDiagnostics.Suggestions => diagnostic.Severity >= DiagnosticSeverity.Info,
            _ => true,
        };

    protected virtual async Task RunImplAsync(CancellationToken cancellationToken)
        => await VerifyDiagnosticsAsync(ReadMarkup(TestState, []), "Diagnostics of test state", cancellationToken);

    private protected SolutionState NewState() => new(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);

    private protected SolutionState ReadMarkup(SolutionState state, ICollection<string> fixableIds)
    {
        var analyzers = GetDiagnosticAnalyzers().ToArray();
        return state.ReadMarkup(new MarkupReader(
            GetDefaultDiagnostic(analyzers),
            [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)],
            fixableIds,
            state.Sources.Count == 0 ? "" : state.Sources[0].filename,
            Verify));
    }

    /// <summary>Checks that a state without markup gives what it expects, however it is analysed.</summary>
    private protected async Task<AnalyzedSolution> VerifyDiagnosticsAsync(SolutionState state, string context, CancellationToken cancellationToken)
    {
        var verify = Verify.PushContext(context);
        var solution = await CreateSolutionAsync(state, cancellationToken);
        var analyzed = await AnalyzeAsync(solution, verify, cancellationToken);
        var files = await SolutionFiles.ReadAsync(solution, cancellationToken);
        VerifyExpected(state.ExpectedDiagnostics, analyzed.Diagnostics, files, verify);

        if (ChecksWithoutConcurrency)
        {
            await VerifySameAsync(
                analyzed, files, project => Runner().WholeAsync(project, concurrent: false, verify, cancellationToken),
                "without concurrency", verify);
        }

        if (ChecksDocumentByDocument)
        {
            await VerifySameAsync(
                analyzed, files, project => Runner().DocumentByDocumentAsync(project, verify, cancellationToken),
                "document by document (does a callback report outside its own file?)", verify);
        }

        if (!TestBehaviors.HasFlag(TestBehaviors.SkipSuppressionCheck))
            await VerifySuppressibleAsync(analyzed, files, verify, cancellationToken);
        return analyzed;
    }

    private protected async Task<AnalyzedSolution> AnalyzeAsync(Solution solution, IVerifier verify, CancellationToken cancellationToken)
    {
        var byProject = ImmutableDictionary.CreateBuilder<ProjectId, ImmutableArray<Diagnostic>>();
        foreach (var project in solution.Projects)
        {
            var compilation = await project.GetCompilationAsync(cancellationToken);
            byProject[project.Id] =
            [
                .. compilation!.GetDiagnostics(cancellationToken).Where(diagnostic => IsCompilerDiagnosticIncluded(diagnostic, CompilerDiagnostics)),
                .. await Runner().WholeAsync(project, concurrent: true, verify, cancellationToken),
            ];
        }

        return new AnalyzedSolution(solution, byProject.ToImmutable());
    }

    async Task RecordAsync(CancellationToken cancellationToken)
    {
        var state = ReadMarkup(TestState, []);
        if (state.ExpectedDiagnostics.Count > 0)
            ProgramRecorder.Add(await CreateSolutionAsync(state, cancellationToken));
    }

    AnalyzerRunner Runner() => new([.. GetDiagnosticAnalyzers()], GetAnalyzerOptions);

    async Task<Solution> CreateSolutionAsync(SolutionState state, CancellationToken cancellationToken)
    {
        var factory = new SolutionFactory(WithRulesOn(CreateCompilationOptions()), CreateParseOptions(), ReferenceAssemblies);
        var (solution, main) = await factory.CreateAsync(state, cancellationToken);
        return SolutionTransforms.Aggregate(solution, (current, transform) => transform(current, main));
    }

    /// <summary>A rule that is off by default is on in its tests.</summary>
    CompilationOptions WithRulesOn(CompilationOptions options)
    {
        var reports = options.SpecificDiagnosticOptions.ToImmutableDictionary();
        foreach (var descriptor in GetDiagnosticAnalyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics))
        {
            if (!descriptor.IsEnabledByDefault)
                reports = reports.SetItem(descriptor.Id, Report(descriptor.DefaultSeverity));
        }

        return options.WithSpecificDiagnosticOptions(
            reports.SetItems(DisabledDiagnostics.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))));
    }

    static ReportDiagnostic Report(DiagnosticSeverity severity)
        => severity switch
        {
            DiagnosticSeverity.Error => ReportDiagnostic.Error,
            DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
            DiagnosticSeverity.Info => ReportDiagnostic.Info,
            _ => ReportDiagnostic.Hidden,
        };

    static void VerifyExpected(
        List<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual, IReadOnlyDictionary<string, SourceText> files, IVerifier verify)
    {
        var (missing, unexpected) = DiagnosticMatcher.Match(expected, actual);
        if (missing.IsEmpty && unexpected.IsEmpty)
            return;

        verify.Fail(new DiagnosticReport(files)
            .Line($"{missing.Length} of {expected.Count} expected diagnostics not reported, {unexpected.Length} reported that are not expected")
            .List("expected, not reported", missing)
            .List("reported, not expected", unexpected)
            .ToString());
    }

    static async Task VerifySameAsync(
        AnalyzedSolution whole, IReadOnlyDictionary<string, SourceText> files,
        Func<Project, Task<ImmutableArray<Diagnostic>>> analyze, string how, IVerifier verify)
    {
        foreach (var project in whole.Solution.Projects)
        {
            var expected = whole.In(project).Where(diagnostic => !IsFromCompiler(diagnostic)).ToLookup(Describe);
            var actual = (await analyze(project)).ToLookup(Describe);
            var lost = Except(expected, actual);
            var added = Except(actual, expected);
            if (lost.Count == 0 && added.Count == 0)
                continue;

            verify.Fail(new DiagnosticReport(files)
                .Line($"analysis {how} reports other diagnostics than analysis of the whole compilation")
                .List("reported only for the whole compilation", lost)
                .List($"reported only {how}", added)
                .ToString());
        }
    }

    static List<Diagnostic> Except(ILookup<string, Diagnostic> first, ILookup<string, Diagnostic> second)
        => [.. first.SelectMany(group => group.Skip(second[group.Key].Count()))];

    /// <summary>All that a reader or a fix can see of a diagnostic.</summary>
    static string Describe(Diagnostic diagnostic)
        => string.Join('\n', [
            $"{diagnostic.Id} {diagnostic.Severity} {diagnostic.IsSuppressed}",
            .. diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Select(location => location.GetLineSpan().ToString()),
            .. diagnostic.Properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => property.ToString()),
            diagnostic.GetMessage(CultureInfo.InvariantCulture)]);

    static bool IsFromCompiler(Diagnostic diagnostic) => diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    async Task VerifySuppressibleAsync(
        AnalyzedSolution analyzed, IReadOnlyDictionary<string, SourceText> files, IVerifier verify, CancellationToken cancellationToken)
    {
        var documents = analyzed.Solution.Projects.SelectMany(project => project.Documents).ToList();
        var paths = documents.Select(document => document.FilePath).ToHashSet();
        var ids = analyzed.Diagnostics.Where(IsLoudInSource).Select(diagnostic => diagnostic.Id).ToHashSet();
        if (ids.Count == 0)
            return;

        var solution = analyzed.Solution;
        foreach (var document in documents)
        {
            var text = await document.GetTextAsync(cancellationToken);
            solution = solution.WithDocumentText(
                document.Id, text.Replace(0, 0, $"#pragma warning disable {string.Join(", ", ids)}{Environment.NewLine}"));
        }

        var left = new List<Diagnostic>();
        foreach (var project in solution.Projects)
            left.AddRange((await Runner().WholeAsync(project, concurrent: true, verify, cancellationToken)).Where(IsLoudInSource));
        if (left.Count > 0)
        {
            verify.Fail(new DiagnosticReport(files)
                .Line($"#pragma warning disable {string.Join(", ", ids)} at the start of each file does not silence its diagnostics")
                .List("reported all the same", left)
                .ToString());
        }

        // A location may name a source file by its path only, where the pragma does not reach it.
        bool IsLoudInSource(Diagnostic diagnostic)
            => !diagnostic.IsSuppressed && !IsFromCompiler(diagnostic) && paths.Contains(diagnostic.Location.GetLineSpan().Path)
                && !diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);
    }
}
