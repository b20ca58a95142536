using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Evaluation;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Exchanges;

/// <summary>The expressions that give a request's parameter, followed out of the request's member into the calls that lead to it.</summary>
sealed class ParameterValue(CompilationCache cache, CancellationToken cancellation)
{
    static readonly string[] Encoders = ["EscapeDataString", "EscapeUriString", "UrlEncode", "UrlPathEncode", "Encode", "ToString"];

    /// <summary>How the names of types end that hold what came with a request.</summary>
    static readonly string[] HoldRequests = ["Context", "ContextBase", "Request", "RequestBase", "RequestData", "Response", "Message", "Args"];

    /// <summary>The expressions at <paramref name="end"/>'s places, or at the request where the parameter does not come from there. Empty where the
    /// parameter is not there, or is text alone.</summary>
    public ImmutableArray<ExpressionSyntax> At(End end, string name)
    {
        var expressions = end.Request.All(name).SelectMany(parameter => ExpressionsOf(parameter)).Distinct().ToImmutableArray();
        return end.Lifts.Aggregate(expressions, (values, lift) => [.. values.SelectMany(value => Lifted(value, lift)).Distinct()]);
    }

    /// <summary>The text of a parameter, decoded, where it is the same on all paths.</summary>
    public static string? TextOf(Request request, string name) => TextsOf(request, name) is [{ } only] ? only : null;

    /// <summary>The texts that a parameter may be, decoded; null among them for what is not known.</summary>
    public static IReadOnlyList<string?> TextsOf(Request request, string name) =>
    [
        .. request.All(name).SelectMany(parameter => parameter.Value.Alternatives.Select(value => value is Text { Exact: { } text }
            ? parameter.Entry.Form == EntryForm.Text ? Uri.UnescapeDataString(text) : text : null)).Distinct(),
    ];

    /// <summary>Whether any of the expressions is got from what the function around it was called with: it was there before the function ran. What a
    /// function asks a delegate or another object for is not.</summary>
    public bool IsGiven(ExpressionSyntax expression) => IsGiven(expression, []);

    bool IsGiven(ExpressionSyntax expression, HashSet<ISymbol> seen)
    {
        foreach (var name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is NameColonSyntax or NameEqualsSyntax)
                continue;
            switch (cache.ModelOf(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol)
            {
                case IParameterSymbol parameter when IsValue(parameter, name):
                    return true;
                case IFieldSymbol { Type.SpecialType: SpecialType.System_String } or IPropertySymbol { Type.SpecialType: SpecialType.System_String }:
                    // Another run may have set it.
                    return true;
                case ILocalSymbol local when seen.Add(local) && ValuesOf(local).Any(value => IsGiven(value, seen)):
                    return true;
            }
        }
        return false;
    }

    /// <summary>Whether a parameter itself says what the expression is, such as a text or a request: not a delegate or a service that is asked by a
    /// call when the function runs.</summary>
    static bool IsValue(IParameterSymbol parameter, IdentifierNameSyntax use)
    {
        if (parameter.Type.TypeKind == TypeKind.Delegate || parameter.IsThis)
            return false;
        var call = use.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax asked } access && access.Expression == use ? asked : null;
        if (call is null || parameter.Type.IsValueType || parameter.Type.SpecialType == SpecialType.System_String)
            return true;
        var isAwaited = call.FirstAncestorOrSelf<AwaitExpressionSyntax>() is not null;
        return IsOfRequest(parameter.Type) || !isAwaited && parameter.Type.DeclaringSyntaxReferences.IsEmpty;
    }

    static bool IsOfRequest(ITypeSymbol type) => HoldRequests.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal));

    /// <summary>What a local may hold.</summary>
    IEnumerable<ExpressionSyntax> ValuesOf(ILocalSymbol local)
    {
        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (declaration is null || Declarations.Executable(declaration) is not { } executable)
            yield break;
        switch (declaration)
        {
            case VariableDeclaratorSyntax { Initializer.Value: var value }:
                yield return value;
                break;
            case SingleVariableDesignationSyntax { Parent: ArgumentSyntax or DeclarationExpressionSyntax } designation
                when designation.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call:
                yield return call;
                break;
            case SingleVariableDesignationSyntax designation when designation.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is { } test:
                yield return test.Expression;
                break;
            case ForEachStatementSyntax loop:
                yield return loop.Expression;
                break;
        }
        foreach (var assignment in executable.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == local.Name)
                yield return assignment.Right;
        }
    }

    static IEnumerable<ExpressionSyntax> ExpressionsOf(Parameter parameter)
    {
        if (parameter.Entry.Value is ExpressionSyntax given)
            return [Bare(given)];
        return parameter.Value.Alternatives.OfType<Text>().SelectMany(text => text.Pieces).OfType<HolePiece>()
            .Where(hole => hole.Place is ExpressionSyntax).Select(hole => Bare((ExpressionSyntax)hole.Place));
    }

    /// <summary>Whether the expressions give a parameter as it is, and not written for the wire.</summary>
    public static bool IsPlain(Request request, string name) => request.All(name).All(parameter => parameter.Entry.Form != EntryForm.Text
        || parameter.Value.Alternatives.OfType<Text>().SelectMany(text => text.Pieces).OfType<HolePiece>().All(hole => hole.Content is not Unknown { Encoded: true }
            || hole.Place is ExpressionSyntax place && Bare(place) != place));

    /// <summary>Without what only writes it for the wire.</summary>
    static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Bare(inner),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => Bare(inner),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments: [{ Expression: var inner }] }
            when Encoders.Contains(name) => Bare(inner),
        _ => expression,
    };

    /// <summary>The arguments for the parameter that an expression names; the expression itself where it comes from nowhere else.</summary>
    IEnumerable<ExpressionSyntax> Lifted(ExpressionSyntax expression, Lift lift)
    {
        var symbol = cache.ModelOf(expression.SyntaxTree).GetSymbolInfo(expression, cancellation).Symbol;
        return symbol is IParameterSymbol parameter && lift.Declarations.Any(declaration => declaration.Span.Contains(expression.Span))
            ? lift.Calls.Select(call => ArgumentOf(call, parameter)).OfType<ExpressionSyntax>().Select(Bare) : [expression];
    }

    ExpressionSyntax? ArgumentOf(InvocationExpressionSyntax call, IParameterSymbol parameter)
    {
        if (cache.ModelOf(call.SyntaxTree).GetOperation(call, cancellation) is IInvocationOperation invocation)
            return invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter.Name && !argument.IsImplicit)?.Value.Syntax as ExpressionSyntax;
        var arguments = call.ArgumentList.Arguments;
        return (arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name) ?? arguments.ElementAtOrDefault(parameter.Ordinal))?.Expression;
    }
}
