using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Where a request gets further parameters, in the file that is edited.</summary>
/// <param name="Span">The code that <paramref name="Kind"/> speaks of.</param>
sealed record InsertionTarget(SourceFile File, InsertionKind Kind, TextSpan Span)
{
    public SyntaxNode Place { get; } = File.Root.FindNode(Span, getInnermostNodeForTie: true);

    /// <summary>The members or arguments that take the parameters, where the kind has such.</summary>
    public ImmutableArray<string> Names { get; private init; } = [];

    /// <summary>The parameters that the request has already.</summary>
    public ImmutableArray<string> Present { get; private init; } = [];

    /// <summary>The member that new ones are modelled on, where the kind has one.</summary>
    public MemberPattern? Member { get; private init; }

    /// <summary>The name and value of the parameter that new ones are modelled on, where the kind has one.</summary>
    public Pair? Pair { get; private init; }

    /// <summary>Equal for one request seen from several findings, or from several projects that share the file.</summary>
    public string Key => $"{File.Key}:{Span}";

    /// <summary>Null where the file cannot be edited.</summary>
    public static async Task<InsertionTarget?> OfAsync(SourceFiles files, InsertionPoint point, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(point.Tree, cancellationToken).ConfigureAwait(false) is not { } file)
            return null;
        var target = Of(file, point);
        if (point.Member is var (declaration, name))
            target = target with
            {
                Member = await MemberPattern.OfAsync(files, declaration, name, cancellationToken).ConfigureAwait(false),
            };
        // In code that is being typed the places of quotes and braces are guesses.
        return target.Place.ContainsDiagnostics ? null : target;
    }

    public static InsertionTarget Of(SourceFile file, InsertionPoint point) =>
        new(file, point.Kind, point.Span)
        {
            Names = point.Names,
            Present = point.Present,
            Pair =
                point.Pair is var (name, value) && IsExpression(file, name) && IsExpression(file, value)
                    ? new Pair(file, name, value)
                    : null,
        };

    public static InsertionTarget OfCall(SourceFile file, TextSpan call) => new(file, InsertionKind.Call, call);

    /// <summary>The value of an expression that must not be null; before C# 7 the server has to say what is missing.</summary>
    /// <param name="exception">The name of an exception in the namespace <c>System</c>.</param>
    /// <param name="argument">Of its constructor, as C#.</param>
    public string OrThrow(string expression, string exception, string argument) => OrThrow(expression, nameof(System), exception, argument);

    /// <summary>Likewise by an exception of the namespace <paramref name="space"/>.</summary>
    public string OrThrow(string expression, string space, string exception, string argument)
    {
        var type = File.Model.LookupNamespacesAndTypes(Span.Start, name: exception).IsEmpty
            ? $"{File.Rooted(Span.Start, space)}.{exception}"
            : exception;
        return File.LanguageVersion < LanguageVersion.CSharp7 ? expression : $"{expression} ?? throw new {type}({argument})";
    }

    static bool IsExpression(SourceFile file, TextSpan span) =>
        file.Root.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax node && node.Span == span;
}
