using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Adds holes to the format of a call like <c>string.Format</c>, and the arguments that fill them.</summary>
static class FormatInsertion
{
    public static bool TryInsert(DocumentEdits edits, SyntaxNode place, IReadOnlyList<Parameter> parameters)
    {
        if (place is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call)
            return false;
        if (edits.File.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method || arguments.Any(argument => argument.NameColon is not null))
            return false;
        var format = method.Parameters.FirstOrDefault(parameter => parameter.Name == "format")?.Ordinal ?? -1;
        if (format < 0 || format >= arguments.Count - 1)
            return false;
        var holes = arguments.Count - format - 1;
        var array = holes == 1 ? ArrayOf(arguments[format + 1].Expression) : null;
        if (array is null && (!TakesAnyNumber(method) || IsArray(edits.File.Model, arguments, format + 1)))
            return false;

        var values = parameters.Where(parameter => !parameter.IsFixed).ToList();
        var first = array?.Expressions.Count ?? holes;
        var text = string.Concat(parameters.Select(parameter =>
            $"&{parameter.Name}={(parameter.IsFixed ? parameter.Value : $"{{{first + values.IndexOf(parameter)}}}")}"));
        if (!TextInsertion.TryAppend(edits, arguments[format].Expression, [TextPiece.Fixed(text)]))
            return false;
        var codes = values.Select(value => value.Code).ToList();
        if (array is null)
            ElementList.Append(edits, arguments, codes);
        else
            ElementList.Append(edits, array.Expressions, codes);
        return true;
    }

    static bool TakesAnyNumber(IMethodSymbol method) =>
        method.Parameters.Last().IsParams
        || (method.ContainingType.SpecialType == SpecialType.System_String && method.Name == nameof(string.Format))
        || (method.ContainingType.ToDisplayString() == "System.Text.StringBuilder" && method.Name == "AppendFormat");

    static bool IsArray(SemanticModel model, SeparatedSyntaxList<ArgumentSyntax> arguments, int index) =>
        arguments.Count == index + 1 && model.GetTypeInfo(arguments[index].Expression).Type is IArrayTypeSymbol;

    static InitializerExpressionSyntax? ArrayOf(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } initializer } => initializer,
        ImplicitArrayCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } initializer } => initializer,
        _ => null,
    };
}
