using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>Finds the objects by which libraries are configured; code of one file may configure the objects of another.</summary>
sealed class RegistrationFinder(TypeMatcher matcher, CancellationToken cancellation)
{
    /// <summary>Methods that configure all objects of a type, or those of one name.</summary>
    static readonly HashSet<string> Configurers =
    [
        "Configure",
        "PostConfigure",
        "PreConfigure",
        "ConfigureAll",
        "PostConfigureAll",
        "AddOptions",
        "AddOptionsWithValidateOnStart",
        "ConfigureOptions",
    ];

    readonly RegistrationCache _found = RegistrationCache.Of(matcher.Cache);
    readonly Evaluation _values = new(matcher.Cache, cancellation);

    /// <summary>The registrations of a file, in source order.</summary>
    public ImmutableArray<Registration> In(SyntaxTree tree) => _found.Registrations.GetOrAdd(tree, Find);

    /// <summary>Whether code elsewhere writes a member of a registration: what configures all options of its type or those of its name, and
    /// for a type of the program whatever sets up its instances.</summary>
    public bool IsWrittenElsewhere(Registration registration, string member) =>
        Others(registration, member).Any(other => IsShared(other, registration) || registration.Kind == RegistrationKind.Derived);

    /// <summary>Whether what configures all options of a registration's type, or those of its name, may write another value over that for
    /// which a row holds.</summary>
    public bool IsOverridden(Registration registration, Setting row) =>
        Others(registration, row.Member)
            .Any(other =>
                IsShared(other, registration)
                && other.LastWrites(row.Member).Any(write => !write.Values.All(value => value is not null && row.Condition.Holds(value)))
            );

    IEnumerable<Registration> Others(Registration registration, string member) =>
        Writers(member)
            .Where(other =>
                other != registration
                && other.Type == registration.Type
                && Equals(
                    other.Match.Symbol?.Name ?? registration.Match.Symbol?.Name,
                    registration.Match.Symbol?.Name ?? other.Match.Symbol?.Name
                )
            );

    static bool IsShared(Registration other, Registration registration) =>
        other.Kind == RegistrationKind.Shared
        && (other.Scheme is null || registration.Scheme is null || other.Scheme == registration.Scheme);

    ImmutableArray<Registration> Writers(string member) =>
        _found.Writers.GetOrAdd(
            member,
            member =>
                [
                    .. matcher
                        .Cache.TreesHolding(member, cancellation)
                        .SelectMany(tree => In(tree))
                        .Where(registration => registration.Writes.Any(write => write.Member == member)),
                ]
        );

    ImmutableArray<Registration> Find(SyntaxTree tree)
    {
        var found = new List<Registration>();
        var seen = new HashSet<SyntaxNode>();
        var names = matcher
            .Cache.NamesIn(tree, cancellation)
            .Where(group => Configurations.Knows(group.Key))
            .SelectMany(group => group)
            .ToList();
        foreach (var name in names.OrderBy(name => name.SpanStart))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Of(name, seen) is { } registration)
                found.Add(registration);
        }
        // A write is part of the registration that it stands in, where that was found; else it is known by itself.
        var known = new HashSet<SyntaxNode>(found.SelectMany(registration => registration.Writes).Select(write => write.Place));
        foreach (
            var assignment in names
                .Select(AssignmentTo)
                .OfType<AssignmentExpressionSyntax>()
                .Where(assignment => !known.Contains(assignment))
        )
        {
            if (Loose(assignment) is { } registration)
                found.Add(registration);
        }
        return [.. found.OrderBy(registration => registration.Place.SpanStart)];
    }

    Registration? Of(SimpleNameSyntax name, HashSet<SyntaxNode> seen)
    {
        if (
            name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Name == name
            || (call = (name.Parent as InvocationExpressionSyntax)!) is not null
        )
            return seen.Add(call) ? Registered(name, call) : null;
        // The type as it is written: with its namespace, and nullable.
        TypeSyntax type = name;
        while (
            type.Parent is QualifiedNameSyntax qualified && qualified.Right == type
            || type.Parent is AliasQualifiedNameSyntax or NullableTypeSyntax
        )
            type = (TypeSyntax)type.Parent;
        return type.Parent switch
        {
            ObjectCreationExpressionSyntax creation when creation.Type == type && seen.Add(creation) => matcher.Of(type) is { } match
                ? Created(creation, match, type)
                : null,
            ParameterSyntax { Parent.Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax } parameter => matcher.Of(type)
                is { } match
                ? HandedIn(parameter, match)
                : null,
            TypeArgumentListSyntax { Parent: GenericNameSyntax generic } list
                when list.Arguments[0] == type && Configurers.Contains(generic.Identifier.ValueText) && seen.Add(generic) => matcher.Of(
                type
            )
                is { } match
                ? Shared(generic, match)
                : null,
            BaseTypeSyntax { Parent.Parent: ClassDeclarationSyntax derived } => matcher.Of(type) is { } match
                ? Derived(derived, match)
                : null,
            _ => null,
        };
    }

    /// <summary>new Client { … }, and what is written to it by the name of the variable that it is kept in.</summary>
    Registration Created(BaseObjectCreationExpressionSyntax creation, TypeMatch match, SyntaxNode place)
    {
        var reader = NewReader();
        if (creation.Initializer is { } initializer)
            reader.Read(initializer);
        if (HolderOf(creation) is { } holder && creation.FirstAncestorOrSelf<StatementSyntax>()?.Parent is { } scope)
            reader.Read(scope is GlobalStatementSyntax ? scope.Parent! : scope, holder, creation.Span.End, isFinished: true);
        return New(match, place, reader, RegistrationKind.Created, null, IsExactly(match)) with { InsertionPlace = creation };
    }

    /// <summary>The variable that a new object is kept in.</summary>
    ISymbol? HolderOf(BaseObjectCreationExpressionSyntax creation) =>
        creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } variable } =>
                matcher.Cache.ModelOf(variable.SyntaxTree).GetDeclaredSymbol(variable, cancellation),
            AssignmentExpressionSyntax { Left: var variable } assignment when assignment.Right == creation => matcher.Cache.SymbolOf(
                variable,
                cancellation
            )
                is (ILocalSymbol or IFieldSymbol or IPropertySymbol)
                    and var symbol
                ? symbol
                : null,
            _ => null,
        };

    /// <summary>AddGoogle(options => …).</summary>
    Registration? Registered(SimpleNameSyntax name, InvocationExpressionSyntax call)
    {
        if (MatchOf(name, call) is not { } match)
            return null;
        var reader = NewReader();
        // new X(options) as an argument is a registration of its own.
        if (call.ArgumentList.Arguments.Any(argument => argument.Expression is BaseObjectCreationExpressionSyntax))
            return null;
        var function = Configuration(call);
        if (function is not null)
            reader.ReadFunction(function);
        SyntaxNode? room = call.ArgumentList.Arguments.Count == 0 ? call : function as AnonymousFunctionExpressionSyntax;
        return New(match, name, reader, RegistrationKind.Registered, SchemeOf(call), IsExactly(match)) with { InsertionPlace = room };
    }

    TypeMatch? MatchOf(SimpleNameSyntax name, InvocationExpressionSyntax call)
    {
        if (
            name is GenericNameSyntax { TypeArgumentList.Arguments: [var options, ..] }
            && Configurations.OfRegistration(name.Identifier.ValueText).Any()
        )
            return matcher.Of(options);
        var model = matcher.Cache.ModelOf(name.SyntaxTree);
        var found = model.GetSymbolInfo(call, cancellation);
        // An overload that does not fit for the arguments' unknown types is what was meant all the same.
        if ((found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method)
            return
                matcher.OfRegistration(name) is { } unresolved
                && IsOn(unresolved.Type.Receiver, (name.Parent as MemberAccessExpressionSyntax)?.Expression, model)
                ? unresolved
                : null;
        return !matcher.Cache.Declares(method) && Configurations.OfRegistration(method.Name).Any()
            ? method
                .Parameters.Select(parameter => parameter.Type)
                .OfType<INamedTypeSymbol>()
                .Where(type => type is { Name: "Action", TypeArguments.Length: 1 })
                .Select(type => matcher.Of(type.TypeArguments[0]))
                .FirstOrDefault(match => match is not null)
                // AddGoogle() has no parameter that tells the type.
                ?? (
                    method.ContainingNamespace.ToDisplayString() == "Microsoft.Extensions.DependencyInjection"
                        ? Declared(Configurations.OfRegistration(method.Name).First(), method)
                        : null
                )
            : null;
    }

    static TypeMatch? Declared(ConfiguredType type, IMethodSymbol method) =>
        method.ContainingAssembly.GetTypeByMetadataName(type.Names[0]) is { } symbol ? new TypeMatch(type, symbol) : null;

    /// <summary>Whether an expression can be what registration methods are called on, as far as its chain of calls resolves.</summary>
    bool IsOn(string type, ExpressionSyntax? receiver, SemanticModel model)
    {
        while (receiver is not null && type.Length > 0)
        {
            if (model.GetTypeInfo(receiver, cancellation).Type is { } known and not IErrorTypeSymbol)
                return known.Name.IndexOf(type, StringComparison.Ordinal) >= 0;
            if (receiver is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
                return true;
            if (Configurations.BuilderOf(access.Name.Identifier.ValueText) is { } builder)
                return builder == type;
            receiver = access.Expression;
        }
        return true;
    }

    static ExpressionSyntax? Configuration(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Select(argument => argument.Expression)
            .FirstOrDefault(argument => argument is AnonymousFunctionExpressionSyntax)
        ?? call.ArgumentList.Arguments.Select(argument => argument.Expression)
            .LastOrDefault(argument =>
                argument is IdentifierNameSyntax { Identifier.ValueText: var name } && name.Length > 0
                || argument is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member }
                    && member.StartsWith("Configure", StringComparison.Ordinal)
            );

    string? SchemeOf(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments is [{ Expression: not AnonymousFunctionExpressionSyntax and var first }, ..]
            ? _values.ConstantOf(first) ?? first.ToString()
            : null;

    /// <summary>Configure&lt;T&gt;(options => …) and its kin.</summary>
    Registration? Shared(GenericNameSyntax generic, TypeMatch match)
    {
        SyntaxNode call = generic.Parent is MemberAccessExpressionSyntax access && access.Name == generic ? access : generic;
        if (call.Parent is not InvocationExpressionSyntax invocation)
            return null;
        var reader = NewReader();
        SyntaxNode? room = null;
        for (
            var current = invocation;
            current is not null;
            current = current.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } ? next : null
        )
        {
            if (Configuration(current) is not AnonymousFunctionExpressionSyntax function)
                continue;
            reader.ReadFunction(function);
            room ??= function;
        }
        return New(match, generic, reader, RegistrationKind.Shared, SchemeOf(invocation), isWhole: false) with { InsertionPlace = room };
    }

    /// <summary>A parameter of a helper, or of a class that configures options.</summary>
    Registration HandedIn(ParameterSyntax parameter, TypeMatch match)
    {
        var reader = NewReader();
        var declaration = parameter.Parent!.Parent!;
        if (
            Declarations.BodyOf(declaration) is { } body
            && matcher.Cache.ModelOf(parameter.SyntaxTree).GetDeclaredSymbol(parameter, cancellation) is { } symbol
        )
            reader.Read(body, symbol);
        var configures =
            declaration.Parent is TypeDeclarationSyntax { BaseList.Types: var bases }
            && bases.Any(listed =>
                listed.Type.ToString().Contains("ConfigureOptions<") || listed.Type.ToString().Contains("ConfigureNamedOptions<")
            );
        return New(match, parameter, reader, configures ? RegistrationKind.Shared : RegistrationKind.HandedIn, null, isWhole: false);
    }

    /// <summary>A type of the program that derives from one of the catalogue: its constructors set it up.</summary>
    Registration? Derived(ClassDeclarationSyntax derived, TypeMatch match)
    {
        if (
            derived.Modifiers.Any(SyntaxKind.AbstractKeyword)
            || matcher.Cache.ModelOf(derived.SyntaxTree).GetDeclaredSymbol(derived, cancellation) is not INamedTypeSymbol symbol
        )
            return null;
        var reader = NewReader();
        foreach (
            var constructor in symbol
                .InstanceConstructors.SelectMany(constructor => constructor.DeclaringSyntaxReferences)
                .Select(reference => reference.GetSyntax(cancellation))
                .OfType<ConstructorDeclarationSyntax>()
        )
        {
            foreach (var assignment in constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
                reader.ReadOwn(assignment);
        }
        return New(
            match with
            {
                Symbol = symbol,
            },
            derived,
            reader,
            RegistrationKind.Derived,
            null,
            isWhole: match.Symbol is null || IsExactly(match)
        );
    }

    /// <summary>An assignment to a member of an object that begins elsewhere.</summary>
    Registration? Loose(AssignmentExpressionSyntax assignment)
    {
        var model = matcher.Cache.ModelOf(assignment.SyntaxTree);
        var reader = NewReader();
        if (assignment is { Left: IdentifierNameSyntax, Parent: InitializerExpressionSyntax { Parent: { } owner } initializer })
        {
            var created = model.GetTypeInfo(owner, cancellation) is { Type: var type, ConvertedType: var converted }
                ? type ?? converted
                : null;
            if (
                owner is not (ImplicitObjectCreationExpressionSyntax or WithExpressionSyntax)
                || initializer.Expressions.OfType<AssignmentExpressionSyntax>().First(first => Configurations.Knows(first.Left.ToString()))
                    != assignment
                || matcher.Of(created, owner) is not { } match
            )
            {
                return null;
            }
            if (owner is ImplicitObjectCreationExpressionSyntax creation)
                return Created(creation, match, creation.NewKeyword.Parent!);
            reader.Read(initializer);
            return New(match, owner, reader, RegistrationKind.HandedIn, null, isWhole: false);
        }
        if (
            assignment.Left is not MemberAccessExpressionSyntax { Expression: var target }
            || matcher.Of(model.GetTypeInfo(target, cancellation).Type, target) is not { } loose
        )
            return null;
        reader.ReadOwn(assignment);
        return New(loose, assignment, reader, RegistrationKind.HandedIn, null, isWhole: false);
    }

    static AssignmentExpressionSyntax? AssignmentTo(SimpleNameSyntax name)
    {
        ExpressionSyntax left = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return left.Parent is AssignmentExpressionSyntax assignment && assignment.Left == left ? assignment : null;
    }

    static bool IsExactly(TypeMatch match) => match.Symbol is null || match.Type.Names.Contains(Call.FullName(match.Symbol));

    WriteReader NewReader() => new(matcher.Cache, _values, cancellation);

    static Registration New(TypeMatch match, SyntaxNode place, WriteReader reader, RegistrationKind kind, string? scheme, bool isWhole) =>
        new(match, place, [.. reader.Writes], kind, isWhole, reader.IsOpen, scheme);
}
