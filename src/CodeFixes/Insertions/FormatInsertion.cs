using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Adds holes to the format of a call like <c>string.Format</c>, and the arguments that fill them.</summary>
static class FormatInsertion
{
    /// <summary>Adds to the end of the format.</summary>
    public static bool TryInsert(DocumentEdits edits, SyntaxNode place, IReadOnlyList<AddedParameter> parameters) =>
        place is InvocationExpressionSyntax call
        && FormatOf(edits.File.Model, call) is { } format
        && TryInsert(edits, call, format, parameters, pieces => TextInsertion.TryAppend(edits, format.Expression, pieces));

    /// <summary>Adds within the format, where <paramref name="text"/> is one or an operand of one.</summary>
    public static bool TryInsertInside(DocumentEdits edits, StringToken text, int position, IReadOnlyList<AddedParameter> parameters)
    {
        var whole = text
            .Expression.AncestorsAndSelf()
            .First(node => node.Parent is not (BinaryExpressionSyntax or ParenthesizedExpressionSyntax));
        return whole.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument
            && FormatOf(edits.File.Model, call) == argument
            && TryInsert(edits, call, argument, parameters, pieces => text.TryInsert(edits, position, pieces));
    }

    static bool TryInsert(
        DocumentEdits edits,
        InvocationExpressionSyntax call,
        ArgumentSyntax format,
        IReadOnlyList<AddedParameter> parameters,
        Func<IReadOnlyList<TextPiece>, bool> insert
    )
    {
        var arguments = call.ArgumentList.Arguments;
        var first = arguments.IndexOf(format) + 1;
        var array = arguments.Count == first + 1 ? ArrayOf(arguments[first].Expression) : null;
        if (array is null && (first == arguments.Count || !TakesFurther(edits.File.Model, call, arguments[first])))
            return false;

        var hole = array?.Expressions.Count ?? arguments.Count - first;
        var text = string.Concat(
            parameters.Select(parameter => $"&{parameter.Name}={(parameter.IsFixed ? parameter.Value : $"{{{hole++}}}")}")
        );
        if (!insert([TextPiece.Fixed(text)]))
            return false;
        var values = parameters.Where(parameter => !parameter.IsFixed).Select(parameter => parameter.Code).ToList();
        if (array is null)
            ElementList.Append(edits, arguments, values);
        else
            ElementList.Append(edits, array.Expressions, values);
        return true;
    }

    /// <summary>The argument that is the format of a call, or null where the call has none.</summary>
    static ArgumentSyntax? FormatOf(SemanticModel model, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Any(argument => argument.NameColon is not null))
            return null;
        return MethodsOf(model, call)
            .Select(method => method.Parameters.FirstOrDefault(parameter => parameter.Name == "format")?.Ordinal ?? -1)
            .Where(index => index >= 0 && index < arguments.Count)
            .Select(index => arguments[index])
            .FirstOrDefault(argument => model.GetTypeInfo(argument.Expression).Type?.SpecialType == SpecialType.System_String);
    }

    /// <summary>Where the types of arguments do not resolve, the overloads that may be meant.</summary>
    static IEnumerable<IMethodSymbol> MethodsOf(SemanticModel model, InvocationExpressionSyntax call)
    {
        var info = model.GetSymbolInfo(call);
        return (info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols).OfType<IMethodSymbol>();
    }

    /// <summary>Whether a call takes arguments behind those that it has, of which <paramref name="first"/> is the first.</summary>
    static bool TakesFurther(SemanticModel model, InvocationExpressionSyntax call, ArgumentSyntax first) =>
        model.GetTypeInfo(first.Expression).Type is not IArrayTypeSymbol
        && MethodsOf(model, call)
            .Any(method =>
                method.Parameters.Last().IsParams
                || (method.ContainingType.SpecialType == SpecialType.System_String && method.Name == nameof(string.Format))
                || (method.ContainingType.ToDisplayString() == "System.Text.StringBuilder" && method.Name == "AppendFormat")
            );

    static InitializerExpressionSyntax? ArrayOf(ExpressionSyntax expression) =>
        expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } initializer } => initializer,
            ImplicitArrayCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } initializer } => initializer,
            _ => null,
        };
}
