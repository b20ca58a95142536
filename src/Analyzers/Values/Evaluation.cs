using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Tells what an expression can be wherever the code that holds it runs, with what its callers pass.</summary>
sealed class Evaluation(CompilationCache cache, CancellationToken cancellation)
{
    const int MostCallers = 3;

    /// <summary>What it can be, as text: <c>false</c>, the name of an enum's member, a string's content; null for what is not
    /// known.</summary>
    public IReadOnlyList<string?> ConstantsOf(ExpressionSyntax expression) =>
        [
            .. ValueOf(expression.Bare())
                .Alternatives.Select(value => TextOf(value) ?? (value is Unknown ? NameOfUnresolved(expression.Bare()) : null))
                .Distinct(),
        ];

    /// <summary>The text of an expression that is always the same; else null.</summary>
    public string? ConstantOf(ExpressionSyntax expression) => ConstantsOf(expression) is [var only] ? only : null;

    /// <summary>Whether it is drawn where it stands, or by what is called there: from random numbers, a clock and the like.</summary>
    public bool IsDrawn(ExpressionSyntax expression) =>
        Declarations.Executable(expression) is { } executable
        && cache.RunOf(executable, PkceOptions.None, cancellation) is { } run
        && run.ValueOf(expression.Bare()) is { } value
        && run.SourcesOf(value).Items.Any(source => source.IsDraw);

    Value ValueOf(ExpressionSyntax expression)
    {
        if (CompileTimeValue(expression) is { } constant)
            return constant;
        if (GivesNoConstant(expression))
            return Unknown.Value;
        return Declarations.Executable(expression) is { } executable ? ValueOf(expression, new CallPath(executable)) : Unknown.Value;
    }

    Value? CompileTimeValue(ExpressionSyntax expression) =>
        cache.SymbolOf(expression, cancellation) is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member
            ? new EnumMember(member.Name, member.ConstantValue)
        : cache.ModelOf(expression.SyntaxTree).GetConstantValue(expression, cancellation) is { HasValue: true, Value: var constant }
            ? constant is string text ? Text.Literal(text, expression)
                : new Constant(constant)
        : null;

    /// <summary>Whether it is an object or a function, or what a library gives that has no model: no need to run for it.</summary>
    bool GivesNoConstant(ExpressionSyntax expression) =>
        expression is BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax or ThrowExpressionSyntax
        || cache.SymbolOf(expression, cancellation) is (IMethodSymbol or IFieldSymbol or IPropertySymbol) and { } member
            && member.DeclaringSyntaxReferences.IsEmpty
            && !IsModelled(member.ContainingType);

    static bool IsModelled(INamedTypeSymbol owner) =>
        owner.IsTupleType
        || owner.IsAnonymousType
        || owner.SpecialType is SpecialType.System_String or SpecialType.System_Enum
        || owner.Name is "StringBuilder" or "Lazy" or "Task" or "Func";

    Value ValueOf(ExpressionSyntax expression, CallPath path)
    {
        if (cache.RunOf(path, PkceOptions.None, cancellation)?.ValueOf(expression) is not { } value)
            return Unknown.Value;
        if (path.Length > MostCallers || !value.Alternatives.Any(alternative => alternative.Sources.Has(SourceKind.Caller)))
            return value;
        var given = Callers
            .Of(path.Executable, cache, cancellation)
            .Where(caller => !path.Contains(caller))
            .Select(caller => ValueOf(expression, new CallPath(caller, path)))
            .ToList();
        return given.Count == 0 ? value : given.Aggregate(Choice.Of);
    }

    static string? TextOf(Value value) =>
        value switch
        {
            Text text => text.Exact,
            EnumMember member => member.Name,
            Constant { Content: bool truth } => truth ? "true" : "false",
            // Null is as good as empty.
            Constant constant => Convert.ToString(constant.Content, CultureInfo.InvariantCulture) ?? "",
            _ => null,
        };

    /// <summary>Of a member of a type that does not resolve: a well-known constant's value, else its name, as of an enum.</summary>
    string? NameOfUnresolved(ExpressionSyntax expression) =>
        expression is not MemberAccessExpressionSyntax access
        || cache.SymbolOf(expression, cancellation) is not null
        || cache.SymbolOf(access.Expression, cancellation) is not (null or INamespaceOrTypeSymbol)
            ? null
        : ResponseTypes.AreIn(access.Expression.LastName()) ? ResponseTypes.OfConstant(access.Name.Identifier.ValueText)
        : access.Name.Identifier.ValueText;
}
