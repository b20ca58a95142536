using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Leads from where a value is used to the expression that makes it: through locals, fields, properties, tuples and the one
/// call of a parameter's method.</summary>
sealed class ValueMaker(CompilationCache cache, CancellationToken cancellation)
{
    const int MostSteps = 8;

    /// <summary>The expression that makes the value: no name for it, but what the program assigns to that name. Null where it is not the
    /// only one.</summary>
    public ExpressionSyntax? Of(ExpressionSyntax use)
    {
        var expression = Bare(use);
        for (var step = 0; IsName(expression); step++)
        {
            if (step == MostSteps || SoleDefinition(expression) is not { } definition)
                return null;
            expression = Bare(definition);
        }
        return expression;
    }

    /// <summary>The one expression that is assigned to a name; null where there is none, or several.</summary>
    public ExpressionSyntax? SoleDefinition(ExpressionSyntax name)
    {
        var definitions = DefinitionsOf(name);
        return definitions is [var only] ? only : null;
    }

    /// <summary>The one expression that a method or local function of the program returns; null where there is none, or several.</summary>
    public ExpressionSyntax? SoleResult(IMethodSymbol? method)
    {
        method = Implementation(method);
        if (
            method is null or { IsAbstract: true } or { IsVirtual: true }
            || method.DeclaringSyntaxReferences is not [var reference]
            || !cache.IsOwn(reference.SyntaxTree)
        )
            return null;
        return SoleResult(reference.GetSyntax(cancellation));
    }

    /// <summary>What runs where a method is called: of an interface's method its implementation, where the program has one.</summary>
    public IMethodSymbol? Implementation(IMethodSymbol? method) =>
        method is { ContainingType.TypeKind: TypeKind.Interface } ? cache.SoleImplementation(method) : method;

    /// <summary>Likewise, of its declaration.</summary>
    public static ExpressionSyntax? SoleResult(SyntaxNode declaration)
    {
        if (Declarations.BodyOf(declaration) is not { } body)
            return null;
        if (body is ArrowExpressionClauseSyntax { Expression: var result })
            return result;
        var returns = body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .ToList();
        return returns is [{ Expression: { } only }] ? only : null;
    }

    public ISymbol? SymbolOf(ExpressionSyntax expression) => cache.SymbolOf(expression, cancellation);

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => cache.TypeOf(expression, cancellation);

    /// <summary>Without what changes nothing of a value: parentheses, casts, <c>!</c>, <c>?? throw</c>.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax { Expression: var inner } => Bare(inner),
            CastExpressionSyntax { Expression: var inner } => Bare(inner),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => Bare(inner),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax, Left: var inner } => Bare(
                inner
            ),
            _ => expression,
        };

    bool IsName(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && SymbolOf(expression)
            is ILocalSymbol { IsConst: false }
                or IParameterSymbol
                or IFieldSymbol { IsConst: false }
                or IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false };

    IReadOnlyList<ExpressionSyntax> DefinitionsOf(ExpressionSyntax name) =>
        SymbolOf(name) switch
        {
            IFieldSymbol { ContainingType.IsTupleType: true } element => PartOfTuple(name, element) is { } part ? [part] : [],
            IParameterSymbol parameter => ArgumentFor(parameter) is { } argument ? [argument] : [],
            (ILocalSymbol or IFieldSymbol or IPropertySymbol) and var symbol => WritesOf(symbol),
            _ => [],
        };

    /// <summary>What is assigned to a variable or member, but for what stands for "nothing yet".</summary>
    List<ExpressionSyntax> WritesOf(ISymbol symbol)
    {
        var found = new List<ExpressionSyntax>();
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (cache.IsOwn(reference.SyntaxTree))
                found.AddRange(Initial(reference.GetSyntax(cancellation), symbol));
        }
        foreach (var use in UsesOf(symbol))
        {
            if (Written(use) is { } value)
                found.Add(value);
            else if (IsHandedOut(use))
                return [];
        }
        found.RemoveAll(IsNothing);
        return found;
    }

    IEnumerable<ExpressionSyntax> Initial(SyntaxNode declaration, ISymbol symbol) =>
        declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => [value],
            PropertyDeclarationSyntax { Initializer.Value: var value } => [value],
            PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => [value],
            SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax parts } designation
                when parts.Parent is DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: var right } }
                    && PartAt(right, parts.Variables.IndexOf(designation)) is { } part => [part],
            SingleVariableDesignationSyntax
            {
                Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: TupleExpressionSyntax tuple } element }
            }
                when tuple.Parent is AssignmentExpressionSyntax { Right: var right }
                    && PartAt(right, tuple.Arguments.IndexOf(element)) is { } part => [part],
            ParameterSyntax parameter when symbol is IPropertySymbol property => Positional(parameter, property),
            _ => [],
        };

    /// <summary>What creations give for a positional property of a record.</summary>
    IEnumerable<ExpressionSyntax> Positional(ParameterSyntax parameter, IPropertySymbol property) =>
        from name in cache.UsesOf(property.ContainingType.Name, cancellation)
        let creation = name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>()
        where creation?.Type == name && creation.ArgumentList is not null
        let index = ((ParameterListSyntax)parameter.Parent!).Parameters.IndexOf(parameter)
        let argument = creation.ArgumentList!.Arguments.FirstOrDefault(one =>
            one.NameColon?.Name.Identifier.ValueText == parameter.Identifier.ValueText
        ) ?? creation.ArgumentList.Arguments.ElementAtOrDefault(index)
        where argument is not null
        select argument.Expression;

    /// <summary>Where the program names a variable or member.</summary>
    public IEnumerable<SimpleNameSyntax> UsesOf(ISymbol symbol)
    {
        if (symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences is [var reference])
        {
            var declared = reference.GetSyntax(cancellation);
            var scope = Declarations.Executable(declared) ?? declared.SyntaxTree.GetRoot(cancellation);
            return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => Names(name, symbol));
        }
        return cache.UsesOf(symbol.Name, cancellation).Where(name => Names(name, symbol));
    }

    /// <summary>Where the program writes a variable or member behind its declaration.</summary>
    public IEnumerable<SimpleNameSyntax> ChangesOf(ISymbol symbol) =>
        UsesOf(symbol).Where(use => Written(use) is not null || IsHandedOut(use));

    /// <summary>Whether the function that is handed it may write anything to it.</summary>
    static bool IsHandedOut(SimpleNameSyntax use) =>
        use.Parent is ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword };

    /// <summary>Whether the program has no second use for a method, by itself or as what implements an interface's.</summary>
    public bool IsUsedOnce(IMethodSymbol method) =>
        Implementation(method) is { } run
        && cache
            .UsesOf(method.Name, cancellation)
            .Concat(run.Name == method.Name ? [] : cache.UsesOf(run.Name, cancellation))
            .Where(name => Names(name, method) || Names(name, run))
            .Take(2)
            .Count() < 2;

    /// <summary>Whether a local is written to behind a place where it stands.</summary>
    public bool IsWrittenAfter(ExpressionSyntax use, ILocalSymbol local) =>
        UsesOf(local).Any(name => name.SpanStart > use.SpanStart && Written(name) is not null);

    bool Names(SimpleNameSyntax name, ISymbol symbol) =>
        name.Identifier.ValueText == symbol.Name
        && cache.ModelOf(name.SyntaxTree).GetSymbolInfo(name, cancellation) is var named
        && (named.Symbol is { } bound ? [bound] : named.CandidateSymbols).Any(candidate =>
            SymbolEqualityComparer.Default.Equals(Declared(candidate), Declared(symbol))
        );

    static ISymbol Declared(ISymbol symbol) => ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition;

    /// <summary>What is written to a name where it stands; null where it is only read.</summary>
    ExpressionSyntax? Written(SimpleNameSyntax name)
    {
        ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return target.Parent switch
        {
            AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression
            } assignment when assignment.Left == target => assignment.Right,
            AssignmentExpressionSyntax assignment when assignment.Left == target => assignment,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: var right } whole } tuple } element
                when whole.Left == tuple => PartAt(right, tuple.Arguments.IndexOf(element)) ?? whole,
            _ => null,
        };
    }

    ExpressionSyntax? PartOfTuple(ExpressionSyntax name, IFieldSymbol element)
    {
        if (name is not MemberAccessExpressionSyntax { Expression: var owner } || Of(owner) is not { } whole)
            return null;
        var elements = element.ContainingType.TupleElements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Name == element.Name || elements[i].CorrespondingTupleField?.Name == element.Name)
                return PartAt(whole, i);
        }
        return null;
    }

    /// <summary>An element of a tuple that is written out, or that a method of the program gives.</summary>
    ExpressionSyntax? PartAt(ExpressionSyntax tuple, int index)
    {
        var whole = Bare(tuple);
        if (whole is InvocationExpressionSyntax call && SoleResult(SymbolOf(call) as IMethodSymbol) is { } result)
            whole = Bare(result);
        return whole is TupleExpressionSyntax { Arguments: var parts } && index >= 0 && index < parts.Count
            ? parts[index].Expression
            : null;
    }

    /// <summary>What is handed in for a parameter of a function that only this type can call, where it does so once.</summary>
    ExpressionSyntax? ArgumentFor(IParameterSymbol parameter)
    {
        if (
            parameter.ContainingSymbol
            is not IMethodSymbol
            {
                DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable,
                MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction
            } method
        )
            return null;
        var uses = cache.UsesOf(method.Name, cancellation).Where(name => Names(name, method)).Take(2).ToList();
        if (uses is not [var use])
            return null;
        var called = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : (ExpressionSyntax)use;
        if (called.Parent is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments })
            return null;
        return (
            arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
            ?? arguments.ElementAtOrDefault(parameter.Ordinal)
        )?.Expression;
    }

    static bool IsNothing(ExpressionSyntax value) =>
        Bare(value) switch
        {
            LiteralExpressionSyntax literal => literal.RawKind
                is (int)SyntaxKind.NullLiteralExpression
                    or (int)SyntaxKind.DefaultLiteralExpression
                || literal.Token.Value is "",
            DefaultExpressionSyntax => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: PredefinedTypeSyntax or IdentifierNameSyntax } =>
                true,
            _ => false,
        };
}
