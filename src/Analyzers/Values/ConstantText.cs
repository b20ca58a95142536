using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Reads the values that are written to settings: constants, also by way of a name, a choice or a parameter.</summary>
sealed class ConstantText(CompilationCache cache, CancellationToken cancellation)
{
    const int MostSteps = 4;
    const int MostCalls = 16;

    /// <summary>What an expression can be, as text: <c>false</c>, the name of an enum's member, a string's content; null for what is not
    /// known.</summary>
    public IReadOnlyList<string?> Of(ExpressionSyntax expression) => [.. Values(expression, MostSteps).Distinct()];

    /// <summary>The value of an expression that has but one; else null.</summary>
    public string? Only(ExpressionSyntax expression) => Of(expression) is [var only] ? only : null;

    IEnumerable<string?> Values(ExpressionSyntax expression, int steps)
    {
        if (steps == 0)
            return [null];
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Values(inner.Expression, steps);
            case CastExpressionSyntax cast:
                return Values(cast.Expression, steps);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure:
                return Values(sure.Operand, steps);
            case ConditionalExpressionSyntax choice:
                return Values(choice.WhenTrue, steps - 1).Concat(Values(choice.WhenFalse, steps - 1));
        }
        var model = cache.ModelOf(expression.SyntaxTree);
        var symbol = model.GetSymbolInfo(expression, cancellation).Symbol;
        if (symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member)
            return [member.Name];
        if (model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: var constant })
            return
            [
                constant is bool truth
                    ? truth
                        ? "true"
                        : "false"
                    : Convert.ToString(constant, CultureInfo.InvariantCulture),
            ];
        if (symbol is IParameterSymbol parameter)
            return Given(parameter, expression.SyntaxTree, steps - 1);
        if (
            symbol is ILocalSymbol or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
            && InitialValue(symbol) is { } initial
        )
            return Values(initial, steps - 1);
        if (IsMade(expression, symbol))
            return Interpreter.ValueOf(expression, cache, cancellation) is { } value ? value.Alternatives.Select(Written) : [null];
        return
        [
            symbol is null
            && expression is MemberAccessExpressionSyntax access
            && model.GetSymbolInfo(access.Expression, cancellation).Symbol is null or INamespaceOrTypeSymbol
                ? Unresolved(expression)
                : null,
        ];
    }

    /// <summary>Whether the program's own code, or the framework's code for texts, makes the value.</summary>
    bool IsMade(ExpressionSyntax expression, ISymbol? symbol) =>
        expression
            is BinaryExpressionSyntax
                or InterpolatedStringExpressionSyntax
                or SwitchExpressionSyntax
                or ElementAccessExpressionSyntax
            ? symbol is not IPropertySymbol { IsIndexer: true }
            : symbol is IMethodSymbol or IFieldSymbol or IPropertySymbol
                && (
                    symbol.ContainingType
                        is { SpecialType: SpecialType.System_String or SpecialType.System_Enum }
                            or { Name: "StringBuilder" or "Lazy" or "Task" or "Func" }
                    || symbol.ContainingType?.IsTupleType == true
                    || symbol.ContainingType?.IsAnonymousType == true
                    || symbol.DeclaringSyntaxReferences.Any(reference => cache.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
                );

    static string? Written(Value value) =>
        value switch
        {
            Text text => text.Exact,
            EnumMember member => member.Name,
            Constant { Content: bool truth } => truth ? "true" : "false",
            Constant { Content: { } content } => Convert.ToString(content, CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>A member of a type that does not resolve: a well-known constant's value, else its name, as of an enum.</summary>
    static string? Unresolved(ExpressionSyntax expression) =>
        expression is not MemberAccessExpressionSyntax access ? null
        : access.Expression.LastName() is "OpenIdConnectResponseType" or "OpenIdConnectResponseTypes" or "ResponseTypes"
            ? ResponseTypes.OfConstant(access.Name.Identifier.ValueText)
        : access.Name.Identifier.ValueText;

    // A project that this one refers to is another compilation.
    ExpressionSyntax? InitialValue(ISymbol symbol) =>
        symbol
            .DeclaringSyntaxReferences.FirstOrDefault(reference => cache.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
            ?.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } variable when symbol is IFieldSymbol || !IsAssigned(variable) =>
                value,
            PropertyDeclarationSyntax { Initializer.Value: var value } => value,
            PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => value,
            _ => null,
        };

    static bool IsAssigned(VariableDeclaratorSyntax variable) =>
        variable
            .FirstAncestorOrSelf<BlockSyntax>()
            ?.DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(assignment =>
                assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == variable.Identifier.ValueText
            ) == true;

    /// <summary>What the calls of the file give for a parameter.</summary>
    IEnumerable<string?> Given(IParameterSymbol parameter, SyntaxTree tree, int steps)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method)
            return [null];
        var calls = cache
            .NamesIn(tree, cancellation)[method.Name]
            .Select(CallBy)
            .OfType<InvocationExpressionSyntax>()
            .Take(MostCalls)
            .Where(Means)
            .ToList();
        return calls.Count == 0
            ? [null]
            : calls.SelectMany(call =>
                Argument(call) is { } given ? Values(given, steps) : [parameter.HasExplicitDefaultValue ? Default() : null]
            );

        bool Means(InvocationExpressionSyntax call) =>
            cache.ModelOf(tree).GetSymbolInfo(call, cancellation) is var found
            && (
                found.Symbol is { } symbol
                    ? SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, method.OriginalDefinition)
                    : found.CandidateSymbols.IsEmpty || found.CandidateSymbols.Contains(method, SymbolEqualityComparer.Default)
            );

        static InvocationExpressionSyntax? CallBy(SimpleNameSyntax name) =>
            name.Parent as InvocationExpressionSyntax
            ?? (
                name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Name == name
                    ? call
                    : null
            );

        ExpressionSyntax? Argument(InvocationExpressionSyntax call) =>
            call.ArgumentList.Arguments.FirstOrDefault(argument =>
                argument.NameColon?.Name.Identifier.ValueText == parameter.Name
            )?.Expression
            ?? (
                call.ArgumentList.Arguments.Take(parameter.Ordinal + 1).All(argument => argument.NameColon is null)
                    ? call.ArgumentList.Arguments.ElementAtOrDefault(parameter.Ordinal)?.Expression
                    : null
            );

        string? Default() =>
            parameter.ExplicitDefaultValue is bool truth
                ? truth
                    ? "true"
                    : "false"
                : Convert.ToString(parameter.ExplicitDefaultValue, CultureInfo.InvariantCulture);
    }
}
