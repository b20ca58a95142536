using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Takes the markup out of files and turns it into expected diagnostics.</summary>
/// <param name="defaultDescriptor">What <c>[|…|]</c> stands for; null where the analyzers support several.</param>
sealed class MarkupReader(
    DiagnosticDescriptor? defaultDescriptor,
    ImmutableArray<DiagnosticDescriptor> supported,
    ICollection<string> fixableIds,
    string defaultPath,
    IVerifier verify)
{
    readonly Dictionary<string, FileLinePositionSpan> keys = [];

    public void Read(SourceFileCollection files, MarkupMode mode, List<DiagnosticResult> expected)
    {
        if (mode == MarkupMode.None)
            return;

        for (var i = 0; i < files.Count; i++)
        {
            var (path, marked) = files[i];
            var markup = Parse(path, marked);
            var text = SourceText.From(markup.Text, marked.Encoding);
            files[i] = (path, text);
            foreach (var span in markup.Spans.OrderBy(span => span.Span.Start))
                Add(span.Name, new FileLinePositionSpan(path, text.Lines.GetLinePositionSpan(span.Span)), mode, expected);
        }
    }

    /// <summary>Puts the marked span in the place of its key, and the first file where no path is given.</summary>
    public DiagnosticResult Resolve(DiagnosticResult result)
        => result.WithSpans([.. result.Spans.Select(Resolve)]).WithDefaultPath(defaultPath);

    DiagnosticLocation Resolve(DiagnosticLocation location)
    {
        if (!location.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey))
            return location;
        if (!keys.TryGetValue(location.Span.Path, out var span))
            verify.Fail($"no span is marked {{|{location.Span.Path}:…|}}");
        return new DiagnosticLocation(span, location.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey);
    }

    Markup Parse(string path, SourceText marked)
    {
        try
        {
            return Markup.Parse(marked.ToString());
        }
        catch (FormatException leftOver)
        {
            verify.Fail($"{path}: {leftOver.Message}");
            throw;
        }
    }

    void Add(string name, FileLinePositionSpan span, MarkupMode mode, List<DiagnosticResult> expected)
    {
        if (name.StartsWith('#'))
        {
            if (!keys.TryAdd(name, span))
                verify.Fail($"{{|{name}:…|}} is marked twice");
            return;
        }

        var result = Expect(name).WithMessage(null).WithSpan(span)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity);
        if (mode == MarkupMode.Allow || mode == MarkupMode.IgnoreFixable && !fixableIds.Contains(result.Id))
            expected.Add(result);
    }

    DiagnosticResult Expect(string id)
    {
        if (id.Length == 0 && defaultDescriptor is null)
            verify.Fail("[|…|] does not say which of the supported diagnostics is meant: write {|ID:…|}");
        if (id.Length == 0)
            return new DiagnosticResult(defaultDescriptor!);
        return supported.FirstOrDefault(descriptor => descriptor.Id == id) is { } descriptor
            ? new DiagnosticResult(descriptor)
            : DiagnosticResult.CompilerError(id);
    }
}
