using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests.Razor;
using PkceAnalyzers.Rules;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Settings.Files;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers;

/// <summary>
/// The door: asks each file once, on its text, whether it can matter, and lets the rules judge those that can. Nothing else is
/// registered, since any operation, syntax-node or symbol callback makes the compiler walk code that no one asks about.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PkceAnalyzer : DiagnosticAnalyzer
{
    static readonly SourceTextValueProvider<StrongBox> Gate = new(static text =>
        FileGates.OfCode.AreIn(text) ? StrongBox.True : StrongBox.False
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rule.All.Select(rule => rule.Descriptor)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            var cache = new CompilationCache(start.Compilation, FileGates.OfCode);
            var project = ProjectFacts.Read(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions, start.Compilation);
            var first = start.Compilation.SyntaxTrees.FirstOrDefault();
            start.RegisterSemanticModelAction(file =>
            {
                var tree = file.SemanticModel.SyntaxTree;
                var mayMatter = start.TryGetValue(tree.GetText(file.CancellationToken), Gate, out var passes) && passes.Value;
                // Whether the options can be understood is said once, at the first file, which need not pass the gate.
                if (mayMatter || tree == first && !OptionsOf(file).Malformed.IsEmpty)
                    Analyze(file, project, cache);
            });
            start.RegisterAdditionalFileAction(file => AnalyzeAdditional(file, project, cache));
        });
    }

    static void Analyze(SemanticModelAnalysisContext file, ProjectFacts project, CompilationCache cache)
    {
        cache.Remember(file.SemanticModel);
        var model = FileModel.Of(file.SemanticModel, project, OptionsOf(file), cache, file.CancellationToken);
        foreach (var rule in Rule.All)
        {
            foreach (var diagnostic in rule.Judge(model))
            {
                if (!file.IsGeneratedCode || diagnostic.Location.GetMappedLineSpan().HasMappedPath)
                    file.ReportDiagnostic(diagnostic);
            }
        }
    }

    static void AnalyzeAdditional(AdditionalFileAnalysisContext file, ProjectFacts project, CompilationCache cache)
    {
        var path = file.AdditionalFile.Path;
        var isJson = HasExtension(path, ".json");
        var gate =
            isJson ? FileGates.OfSettingsFiles
            : HasExtension(path, ".cshtml") || HasExtension(path, ".razor") ? FileGates.OfMarkup
            : null;
        if (gate is null || file.AdditionalFile.GetText(file.CancellationToken) is not { } text)
            return;
        var options = PkceOptions.Read(file.Options.AnalyzerConfigOptionsProvider.GetOptions(file.AdditionalFile));
        var own = AdditionalOptions.Of(file.AdditionalFile, options, file.Options, file.Compilation.SyntaxTrees.FirstOrDefault());
        foreach (var diagnostic in Rule.All.SelectMany(rule => rule.Judge(own)))
            file.ReportDiagnostic(diagnostic);
        if (!gate.AreIn(text) || options.Excludes(path))
            return;
        var settings = isJson ? SettingsFile.Read(path, text, project, cache, file.CancellationToken) : null;
        var markup = isJson ? null : RazorFile.Read(path, text, project, options);
        foreach (var diagnostic in Rule.All.SelectMany(rule => settings is not null ? rule.Judge(settings) : rule.Judge(markup!)))
            file.ReportDiagnostic(diagnostic);
    }

    static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    static PkceOptions OptionsOf(SemanticModelAnalysisContext file) =>
        PkceOptions.Read(file.Options.AnalyzerConfigOptionsProvider.GetOptions(file.SemanticModel.SyntaxTree));

    /// <summary>A truth value that the compiler's caches can hold, which take reference types.</summary>
    sealed class StrongBox(bool value)
    {
        public static readonly StrongBox True = new(true),
            False = new(false);

        public bool Value { get; } = value;
    }
}
