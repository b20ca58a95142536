using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An expected diagnostic. Lines and columns count from one, as in an editor.</summary>
public readonly record struct DiagnosticResult
{
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    public DiagnosticResult(string id, DiagnosticSeverity severity)
    {
        Id = id;
        Severity = severity;
    }

    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity) => MessageFormat = descriptor.MessageFormat;

    public string Id { get; private init; }

    public DiagnosticSeverity Severity { get; private init; }

    public DiagnosticOptions Options { get; private init; }

    /// <summary>The primary location, then the additional ones.</summary>
    public ImmutableArray<DiagnosticLocation> Spans { get => field.IsDefault ? [] : field; private init; }

    public bool HasLocation => !Spans.IsEmpty;

    public LocalizableString? MessageFormat { get; private init; }

    public object[]? MessageArguments { get; private init; }

    /// <summary>Whether the diagnostic is expected to be suppressed, in source or by a suppressor. Nothing said means
    /// that it is not.</summary>
    public bool? IsSuppressed { get; private init; }

    /// <summary>The expected message, null where any will do.</summary>
    public string? Message
    {
        get => field ?? (MessageFormat is null ? null : Format(MessageFormat.ToString(CultureInfo.InvariantCulture), MessageArguments ?? []));
        private init;
    }

    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithArguments(params object[] arguments) => this with { MessageArguments = arguments };

    /// <summary>Expects this message, or any message when <paramref name="message"/> is null.</summary>
    public DiagnosticResult WithMessage(string? message) => this with { Message = message, MessageFormat = null };

    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => this with { MessageFormat = messageFormat };

    public DiagnosticResult WithIsSuppressed(bool? isSuppressed) => this with { IsSuppressed = isSuppressed };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    public DiagnosticResult WithNoLocation() => this with { Spans = [] };

    /// <summary>Expects the diagnostic at the span marked <c>{|#key:…|}</c>.</summary>
    public DiagnosticResult WithLocation(int markupKey) => WithLocation(markupKey, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options)
        => WithSpan(new FileLinePositionSpan($"#{markupKey}", default), options | DiagnosticLocationOptions.InterpretAsMarkupKey);

    public DiagnosticResult WithLocation(int line, int column) => WithLocation("", line, column);

    public DiagnosticResult WithLocation(string path, int line, int column) => WithLocation(path, Position(line, column));

    public DiagnosticResult WithLocation(LinePosition location) => WithLocation("", location);

    public DiagnosticResult WithLocation(string path, LinePosition location)
        => WithLocation(path, location, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(string path, LinePosition location, DiagnosticLocationOptions options)
        => WithSpan(new FileLinePositionSpan(path, location, location), options | DiagnosticLocationOptions.IgnoreLength);

    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn)
        => WithSpan("", startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn)
        => WithSpan(new FileLinePositionSpan(path, Position(startLine, startColumn), Position(endLine, endColumn)));

    public DiagnosticResult WithSpan(FileLinePositionSpan span) => WithSpan(span, DiagnosticLocationOptions.None);

    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options)
        => this with { Spans = Spans.Add(new DiagnosticLocation(span, options)) };

    /// <summary>Puts locations without a path into the file <paramref name="path"/>.</summary>
    public DiagnosticResult WithDefaultPath(string path)
        => this with
        {
            Spans = [.. Spans.Select(location => location.Span.Path.Length > 0
                ? location
                : location with { Span = new FileLinePositionSpan(path, location.Span.Span) })],
        };

    internal DiagnosticResult WithSpans(ImmutableArray<DiagnosticLocation> spans) => this with { Spans = spans };

    static LinePosition Position(int line, int column) => new(line - 1, column - 1);

    static string Format(string format, object[] arguments)
    {
        try
        {
            return string.Format(CultureInfo.InvariantCulture, format, arguments);
        }
        catch (FormatException)
        {
            // Arguments are missing: the comparison will show the bare format beside the message.
            return format;
        }
    }
}
