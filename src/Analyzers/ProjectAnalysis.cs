using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests.Razor;
using PkceAnalyzers.Rules;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Settings.Files;
using PkceAnalyzers.Values;

namespace PkceAnalyzers;

/// <summary>
/// The engine: one snapshot of a project and its options, of which any file can be asked. The compiler asks it through
/// <see cref="PkceAnalyzer"/>; fixes and the tool ask again, get the same answer, and plan from the models in it.
/// </summary>
sealed class ProjectAnalysis
{
    static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<AnalyzerOptions, ProjectAnalysis>> Known = new();

    static readonly ConditionalWeakTable<AnalyzerOptions, ConcurrentBag<AnalysisWork>> Works = new();

    readonly ConcurrentDictionary<SyntaxTree, FileAnalysis> _files = new();
    readonly AnalyzerOptions _options;

    ProjectAnalysis(Compilation compilation, AnalyzerOptions options)
    {
        _options = options;
        Project = ProjectFacts.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions, compilation);
        Cache = CompilationCache.Of(compilation, FileGates.OfCode, Project.FollowsProjects);
        Works.GetOrCreateValue(options).Add(Cache.Work);
    }

    /// <summary>The work that was done with some options, in each snapshot of a project.</summary>
    public static IReadOnlyCollection<AnalysisWork> WorkWith(AnalyzerOptions options) => Works.GetOrCreateValue(options);

    public CompilationCache Cache { get; }

    public ProjectFacts Project { get; }

    /// <summary>One for a compilation and its options, as long as these live.</summary>
    public static ProjectAnalysis Of(Compilation compilation, AnalyzerOptions options) =>
        Known.GetValue(compilation, static _ => new()).GetOrAdd(options, one => new ProjectAnalysis(compilation, one));

    public PkceOptions OptionsOf(SyntaxTree tree) => PkceOptions.Read(_options.AnalyzerConfigOptionsProvider.GetOptions(tree));

    public FileModel ModelOf(SyntaxTree tree, CancellationToken cancellation) =>
        FileModel.Of(Cache.ModelOf(tree), Project, OptionsOf(tree), Cache, cancellation);

    /// <summary>What the rules say of a source file, kept for whoever asks again.</summary>
    public FileAnalysis FileOf(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_files.TryGetValue(tree, out var known))
            return known;
        var model = ModelOf(tree, cancellation);
        return _files.GetOrAdd(tree, new FileAnalysis(model, [.. Judge(model)]));
    }

    /// <summary>What the rules say of a source file.</summary>
    public IEnumerable<Judgement> Judge(SemanticModel file, CancellationToken cancellation)
    {
        Cache.Remember(file);
        return Judge(ModelOf(file.SyntaxTree, cancellation));
    }

    static IEnumerable<Judgement> Judge(AdditionalOptions options) => Rule.All.SelectMany(rule => rule.Judge(options));

    static IEnumerable<Judgement> Judge(FileModel file) => Rule.All.SelectMany(rule => rule.Judge(file));

    /// <summary>What the rules say of an additional file: a settings file or markup.</summary>
    public IEnumerable<Judgement> Judge(AdditionalText file, CancellationToken cancellation)
    {
        if (KnownFindings.In(file, _options) is { } baseline)
            return Judge(AdditionalOptions.OfBaseline(file, baseline.IsReadable));
        var isJson = HasExtension(file.Path, ".json");
        var gate =
            isJson ? FileGates.OfSettingsFiles
            : HasExtension(file.Path, ".cshtml") || HasExtension(file.Path, ".razor") ? FileGates.OfMarkup
            : null;
        if (gate is null || file.GetText(cancellation) is not { } text)
            return [];
        var options = PkceOptions.Read(_options.AnalyzerConfigOptionsProvider.GetOptions(file));
        var own = AdditionalOptions.Of(file, options, _options, Cache.Compilation.SyntaxTrees.FirstOrDefault());
        var ofOptions = Judge(own);
        if (!gate.AreIn(text) || options.Excludes(file.Path))
            return ofOptions;
        if (!isJson)
        {
            var markup = RazorFile.Read(file.Path, text, Project, options);
            return ofOptions.Concat(Rule.All.SelectMany(rule => rule.Judge(markup)));
        }
        var settings = SettingsFile.Read(file.Path, text, Project, Cache, cancellation);
        return ofOptions.Concat(Rule.All.SelectMany(rule => rule.Judge(settings)));
    }

    static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
