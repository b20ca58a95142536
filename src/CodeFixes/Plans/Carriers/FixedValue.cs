using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Tells expressions that give the same in each run of a program: constants, and what is read from its configuration.</summary>
/// <param name="ofOneObject">Whether it is enough that they give the same for one object, which got them when it was made.</param>
sealed class FixedValue(bool ofOneObject, CompilationCache cache, CancellationToken cancellation)
{
    static readonly string[] Configurations =
    [
        "IConfiguration",
        "IConfigurationRoot",
        "IConfigurationSection",
        "ConfigurationManager",
        "NameValueCollection",
    ];
    static readonly string[] Options = ["IOptions", "IOptionsMonitor", "IOptionsSnapshot"];

    /// <summary>Methods of containers and configurations.</summary>
    static readonly string[] Singletons = ["AddSingleton", "TryAddSingleton", "Get", "Configure"];

    /// <summary>Types whose objects give another value for each request or thread.</summary>
    static readonly string[] Varying = ["AsyncLocal", "ThreadLocal", "IHttpContextAccessor", "HttpContextAccessor", "HttpContext"];

    public bool Is(ExpressionSyntax expression) => Is(expression, []);

    bool Is(ExpressionSyntax expression, HashSet<ISymbol> seen)
    {
        if (cache.ModelOf(expression.SyntaxTree).GetConstantValue(expression, cancellation).HasValue)
            return true;
        return expression switch
        {
            ParenthesizedExpressionSyntax { Expression: var inner } => Is(inner, seen),
            PostfixUnaryExpressionSyntax { Operand: var inner } => Is(inner, seen),
            BinaryExpressionSyntax { Left: var left, Right: var right } => Is(left, seen)
                && (right is ThrowExpressionSyntax || Is(right, seen)),
            InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().All(hole => Is(hole.Expression, seen)),
            ElementAccessExpressionSyntax { Expression: var target, ArgumentList.Arguments: var keys } => IsConfiguration(target)
                && keys.All(key => Is(key.Expression, seen)),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: var target },
                ArgumentList.Arguments: var arguments
            } => (IsConfiguration(target) || IsOptions(target) || IsType(target) || IsText(target) && Is(target, seen))
                && arguments.All(argument => Is(argument.Expression, seen)),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments, Initializer: null } => arguments.All(argument =>
                Is(argument.Expression, seen)
            ),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "CurrentValue", Expression: var target }
                when IsOptions(target) => true,
            MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax and var target } access => IsType(target)
                ? IsMember(SymbolOf(access), seen)
                : IsPart(target, seen),
            MemberAccessExpressionSyntax or IdentifierNameSyntax => IsMember(SymbolOf(expression), seen),
            _ => false,
        };
    }

    /// <summary>Whether what an object holds is fixed: options, and what the object itself holds on to.</summary>
    bool IsPart(ExpressionSyntax target, HashSet<ISymbol> seen) =>
        TypeOf(target) is { } type && Varying.Contains(type.Name) ? false
        : IsOptionsType(TypeOf(target))
            ? SymbolOf(target)
                is not (IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } or ILocalSymbol)
                || Is(target, seen)
        : Is(target, seen);

    bool IsMember(ISymbol? symbol, HashSet<ISymbol> seen)
    {
        switch (symbol)
        {
            case ILocalSymbol local when seen.Add(local):
                return local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
                        is VariableDeclaratorSyntax { Initializer.Value: var value } declared
                    && !IsAssigned(local, declared)
                    && Is(value, seen);
            case IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }:
                return ofOneObject || IsOptionsType(symbol.ContainingType) || seen.Add(symbol) && IsSetOnceForAll(symbol, seen);
            case IFieldSymbol
            or IPropertySymbol when symbol is { IsAbstract: false, IsVirtual: false, IsOverride: false } && seen.Add(symbol):
                return IsOptionsType(symbol.ContainingType)
                    || IsSingleton(symbol.ContainingType)
                    || IsOptionsType((symbol as IFieldSymbol)?.Type ?? ((IPropertySymbol)symbol).Type)
                    || IsSetOnce(symbol, seen);
            // Of a primary constructor, or in the constructor itself.
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter:
                return ofOneObject || IsOptionsType(parameter.Type) || IsSingleton(parameter.Type);
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter
                when IsSingleton(parameter.Type):
                return true;
            // What a caller hands in for one object is the caller's choice of its provider.
            case IParameterSymbol:
                return ofOneObject;
            default:
                return false;
        }
    }

    /// <summary>Whether the program has one object of a type: its container hands it out, or it is read from the configuration at one
    /// place.</summary>
    bool IsSingleton(ITypeSymbol type) =>
        Singletons.Any(method =>
            cache
                .UsesOf(method, cancellation)
                .Count(use => SymbolOf(use) is IMethodSymbol called && called.TypeArguments.Contains(type, SymbolEqualityComparer.Default))
            == 1
        );

    /// <summary>Whether a member gets its value where the object is made.</summary>
    bool IsSetOnce(ISymbol member, HashSet<ISymbol> seen)
    {
        if (
            member is IPropertySymbol
            && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is PropertyDeclarationSyntax property
            && !IsAuto(property)
        )
            return property.ExpressionBody is { Expression: var given } && Is(given, seen);
        var isReadOnly =
            member
            is IFieldSymbol { IsReadOnly: true }
                or IPropertySymbol { SetMethod: null }
                or IPropertySymbol { SetMethod.IsInitOnly: true };
        if (!isReadOnly)
            return false;
        return ofOneObject || Writes(member).ToList() is { Count: > 0 } values && values.TrueForAll(value => Is(value, seen));
    }

    /// <summary>Whether a static member gets its value when the program begins. One of a library that is called current is a request's or
    /// a thread's.</summary>
    bool IsSetOnceForAll(ISymbol member, HashSet<ISymbol> seen)
    {
        if (member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } declared)
            return !member.Name.StartsWith("Current", StringComparison.Ordinal);
        if (declared is PropertyDeclarationSyntax property && !IsAuto(property))
            return property.ExpressionBody is { Expression: var given } && Is(given, seen);
        return cache
            .UsesOf(member.Name, cancellation)
            .Select(use => use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? (ExpressionSyntax)access : use)
            .Select(written => written.Parent)
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => SymbolEqualityComparer.Default.Equals(SymbolOf(assignment.Left), member))
            .All(assignment => Is(assignment.Right, seen));
    }

    static bool IsAuto(PropertyDeclarationSyntax property) =>
        property.AccessorList is { } list && list.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null);

    IEnumerable<ExpressionSyntax> Writes(ISymbol member)
    {
        var declared = member
            .DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation))
            .Select(node =>
                node switch
                {
                    VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                    PropertyDeclarationSyntax property => property.Initializer?.Value,
                    _ => null,
                }
            )
            .OfType<ExpressionSyntax>();
        return declared.Concat(
            member
                .ContainingType.DeclaringSyntaxReferences.SelectMany(part => part.GetSyntax(cancellation).DescendantNodes())
                .OfType<AssignmentExpressionSyntax>()
                .Where(assignment => SymbolEqualityComparer.Default.Equals(SymbolOf(assignment.Left), member))
                .Select(assignment => assignment.Right)
        );
    }

    static bool IsAssigned(ILocalSymbol local, SyntaxNode declared) =>
        Declarations
            .Executable(declared)
            ?.DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == local.Name) != false;

    bool IsConfiguration(ExpressionSyntax target) =>
        TypeOf(target) is { TypeKind: not TypeKind.Error } type
            ? Configurations.Contains(type.Name)
            : (target as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText is "Configuration" or "AppSettings"
                || TypeOf(target) is { } unresolved && Configurations.Contains(unresolved.Name);

    bool IsOptions(ExpressionSyntax target) => TypeOf(target) is { } type && Options.Contains(type.Name);

    /// <summary>Whether a type is by its name one that a program binds its settings to.</summary>
    static bool IsOptionsType(ITypeSymbol? type) =>
        type is not null
        && (
            type.Name.EndsWith("Options", StringComparison.Ordinal)
            || type.Name.EndsWith("Settings", StringComparison.Ordinal)
            || type.Name.EndsWith("Configuration", StringComparison.Ordinal)
            || type.Name.EndsWith("Config", StringComparison.Ordinal)
        );

    bool IsText(ExpressionSyntax target) => TypeOf(target) is { SpecialType: SpecialType.System_String } or { Name: "Uri" };

    bool IsType(ExpressionSyntax expression) => SymbolOf(expression) is INamespaceOrTypeSymbol;

    ITypeSymbol? TypeOf(ExpressionSyntax expression) => cache.TypeOf(expression, cancellation);

    ISymbol? SymbolOf(ExpressionSyntax expression) => cache.SymbolOf(expression, cancellation);
}
