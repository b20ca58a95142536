using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>The expressions that give a request's parameter, followed out of the request's member into the calls that lead to it.</summary>
sealed class ParameterValue(CompilationCache cache, CancellationToken cancellation)
{
    static readonly string[] Encoders = ["EscapeDataString", "EscapeUriString", "UrlEncode", "UrlPathEncode", "Encode"];

    /// <summary>The expressions at <paramref name="end"/>'s places, or at the request where the parameter does not come from there. Empty
    /// where the parameter is not there, or is text alone.</summary>
    public ImmutableArray<ExpressionSyntax> At(ExchangeParticipant end, string name)
    {
        var expressions = end.Request.All(name).SelectMany(ExpressionsOf).Distinct().ToImmutableArray();
        if (expressions.IsEmpty && name == WireNames.Code)
            expressions = [.. CodesIn(ApiRequests.WholeOf(end.Request))];
        return Lifted(expressions, end);
    }

    /// <summary>Expressions of a request, followed out of its member.</summary>
    public ImmutableArray<ExpressionSyntax> Lifted(ImmutableArray<ExpressionSyntax> expressions, ExchangeParticipant end) =>
        end.Propagations.Aggregate(
            expressions,
            (values, propagation) => [.. values.SelectMany(value => Lifted(value, propagation)).Distinct()]
        );

    /// <summary>The text of a parameter, decoded, where it is the same on all paths and at all of <paramref name="end"/>'s
    /// places.</summary>
    public string? TextAt(ExchangeParticipant end, string name) => TextsAt(end, name) is [{ } only] ? only : null;

    /// <summary>The texts that a parameter may be, decoded; null among them for what is not known.</summary>
    public IReadOnlyList<string?> TextsAt(ExchangeParticipant end, string name) =>
        [.. end.Request.All(name).SelectMany(parameter => TextsOf(parameter, end)).Distinct()];

    IEnumerable<string?> TextsOf(Parameter parameter, ExchangeParticipant end)
    {
        var texts = parameter.Value.Alternatives.Select(value => (value as Text)?.Exact).ToList();
        if (!texts.Contains(null))
            return texts.Select(text => parameter.Entry.Form == EntryForm.Text ? Uri.UnescapeDataString(text!) : text);
        var expressions = Lifted([.. ExpressionsOf(parameter)], end);
        return expressions.IsEmpty
            ? [null]
            : expressions.Select(expression =>
                cache.ModelOf(expression.SyntaxTree).GetConstantValue(expression, cancellation).Value as string
            );
    }

    /// <summary>The code that a library's call or object is given, where the library's table does not tell.</summary>
    IEnumerable<ExpressionSyntax> CodesIn(SyntaxNode request)
    {
        var members = (request as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [];
        var arguments = cache.ModelOf(request.SyntaxTree).GetOperation(request, cancellation) switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return members
            .Concat(AssignmentsTo(request))
            .Where(member => member.Left.LastName() is "Code" or "AuthorizationCode")
            .Select(member => Bare(member.Right))
            .Concat(
                arguments
                    .Where(argument => argument.Parameter?.Name is "code" or "authorizationCode")
                    .Select(argument => argument.Value.Syntax)
                    .OfType<ExpressionSyntax>()
                    .Select(Bare)
            );
    }

    /// <summary>What members of an object are set to after it is made.</summary>
    static IEnumerable<AssignmentExpressionSyntax> AssignmentsTo(SyntaxNode creation) =>
        creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local }
            ? []
            : Declarations
                .Executable(creation)!
                .DescendantNodes()
                .OfType<AssignmentExpressionSyntax>()
                .Where(assignment =>
                    assignment.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } }
                    && name == local.Identifier.ValueText
                );

    static IEnumerable<ExpressionSyntax> ExpressionsOf(Parameter parameter)
    {
        if (parameter.Entry.Value is ExpressionSyntax given)
            return [Bare(given)];
        return parameter
            .Value.Alternatives.OfType<Text>()
            .SelectMany(text => text.Pieces)
            .OfType<HolePiece>()
            .Where(hole => hole.Place is ExpressionSyntax)
            .Select(hole => Bare((ExpressionSyntax)hole.Place));
    }

    /// <summary>Whether an expression gives all of a parameter, and as it is: not written for the wire twice, or before.</summary>
    public static bool IsPlain(Request request, string name) =>
        request
            .All(name)
            .All(parameter =>
                parameter.Entry.Form == EntryForm.Text
                    ? parameter.Value.Alternatives.All(value =>
                        value is not Text text || text.Pieces.IsEmpty || text.Pieces is [HolePiece hole] && IsPlain(hole)
                    )
                    : parameter.Entry.Value is not ExpressionSyntax given || !IsEncoded(given)
            );

    static bool IsPlain(HolePiece hole) =>
        hole.Content is not Unknown { Encoded: true } || hole.Place is ExpressionSyntax place && IsEncoded(place);

    static bool IsEncoded(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax { Expression: var inner } => IsEncoded(inner),
            PostfixUnaryExpressionSyntax { Operand: var inner } => IsEncoded(inner),
            _ => Bare(expression) != expression,
        };

    /// <summary>Without what only writes it for the wire.</summary>
    static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax { Expression: var inner } => Bare(inner),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => Bare(inner),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name },
                ArgumentList.Arguments: [{ Expression: var inner }]
            } when Encoders.Contains(name) => Bare(inner),
            _ => expression,
        };

    /// <summary>The arguments for the parameter that an expression names; the expression itself where it comes from nowhere else.</summary>
    IEnumerable<ExpressionSyntax> Lifted(ExpressionSyntax expression, ParameterPropagation propagation)
    {
        var symbol = cache.SymbolOf(expression, cancellation);
        return
            symbol is IParameterSymbol parameter && propagation.Declarations.Any(declaration => declaration.Span.Contains(expression.Span))
            ? propagation.Calls.Select(call => ArgumentOf(call, parameter)).OfType<ExpressionSyntax>().Select(Bare)
            : [expression];
    }

    ExpressionSyntax? ArgumentOf(InvocationExpressionSyntax call, IParameterSymbol parameter)
    {
        if (cache.ModelOf(call.SyntaxTree).GetOperation(call, cancellation) is IInvocationOperation invocation)
            return invocation
                    .Arguments.FirstOrDefault(argument =>
                        argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Name == parameter.Name
                    )
                    ?.Value.Syntax as ExpressionSyntax;
        var arguments = call.ArgumentList.Arguments;
        return (
            arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
            ?? arguments.ElementAtOrDefault(parameter.Ordinal)
        )?.Expression;
    }
}
