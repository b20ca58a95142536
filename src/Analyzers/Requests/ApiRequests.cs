using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Requests;

/// <summary>Finds calls and objects of libraries that are requests, as <see cref="Request"/>s like those that are written by
/// hand.</summary>
sealed class ApiRequests(TypeMatcher matcher, CancellationToken cancellation)
{
    readonly Evaluation _values = new(matcher.Cache, cancellation);

    public ImmutableArray<Request> In(SyntaxTree tree) =>
        [
            .. matcher
                .Cache.NamesIn(tree, cancellation)
                .Where(group => LibraryRegistry.RequestsOf(group.Key).Any())
                .SelectMany(group => group)
                .OrderBy(name => name.SpanStart)
                .Select(Of)
                .OfType<Request>(),
        ];

    /// <summary>The call or object creation that a request is.</summary>
    public static SyntaxNode WholeOf(Request request) =>
        request.Place.AncestorsAndSelf().FirstOrDefault(node => node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax)
        ?? request.Place;

    Request? Of(SimpleNameSyntax name)
    {
        var call =
            name.Parent as InvocationExpressionSyntax
            ?? (
                name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is MemberBindingExpressionSyntax
                    ? name.Parent.Parent as InvocationExpressionSyntax
                    : null
            );
        TypeSyntax type = name;
        while (type.Parent is QualifiedNameSyntax qualified && qualified.Right == type || type.Parent is AliasQualifiedNameSyntax)
            type = (TypeSyntax)type.Parent;
        var creation = type.Parent as ObjectCreationExpressionSyntax;
        if (call is null && creation is null || creation is not null && creation.Type != type)
            return null;
        var api = LibraryRegistry
            .RequestsOf(name.Identifier.ValueText)
            .FirstOrDefault(api =>
                api.IsObject == creation is not null
                && matcher.IsDeclaredBy(api.Owners, api.IsStatic, name, (ExpressionSyntax?)call ?? creation!, out _)
            );
        if (api is null || ((call?.ArgumentList ?? creation?.ArgumentList)?.Arguments.Count ?? 0) < api.Least)
            return null;
        if (
            api.FirstIsText
            && matcher
                .Cache.ModelOf(name.SyntaxTree)
                .GetTypeInfo(call!.ArgumentList.Arguments[0].Expression, cancellation)
                .Type?.SpecialType != SpecialType.System_String
        )
            return null;
        return call is not null ? Called(api, name, call) : Created(api, name, creation!);
    }

    Request? Called(RequestApi api, SimpleNameSyntax name, InvocationExpressionSyntax call)
    {
        var set = ChainedTo(call, api, Arguments(api, ParameterSet.Empty, call.ArgumentList));
        // A builder that is kept is gone on with elsewhere.
        var last =
            call.Ancestors()
                .OfType<InvocationExpressionSyntax>()
                .TakeWhile(outer => outer.Expression.Span.Contains(call.Span))
                .LastOrDefault()
            ?? call;
        var variable = last.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declared } => declared.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } => assigned.Identifier.ValueText,
            _ => null,
        };
        if (variable is not null)
            set = Followed(api, set, last, variable);
        else if (
            last.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax
            && last == call
            && api.ProofCalls.Length > 0
        )
            set = set.OpenedBy(last);
        // url + "&code_challenge=…"
        if (
            api.GivesUrl
            && Declarations.Executable(call)?.DescendantTokens().Any(token => token.Text.Contains(WireNames.CodeChallenge)) == true
        )
            set = set.OpenedBy(call);
        return Finish(api, set, name, call);
    }

    /// <summary>The calls that are chained to an expression.</summary>
    ParameterSet ChainedTo(ExpressionSyntax start, RequestApi api, ParameterSet set)
    {
        for (
            var current = start;
            current.Parent
                is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method, Parent: InvocationExpressionSyntax chained };
            current = chained
        )
            set = Chained(api, set, method, chained);
        return set;
    }

    /// <summary>The calls on the variable that a builder is kept in.</summary>
    ParameterSet Followed(RequestApi api, ParameterSet set, InvocationExpressionSyntax last, string variable)
    {
        foreach (
            var use in last.FirstAncestorOrSelf<BlockSyntax>()
                ?.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(use => use.Identifier.ValueText == variable)
                ?? []
        )
        {
            set = ChainedTo(use, api, set);
            if (api.ProofCalls.Length > 0 && use.Parent is ArgumentSyntax or ReturnStatementSyntax)
                set = set.OpenedBy(use);
        }
        return set;
    }

    ParameterSet Chained(RequestApi api, ParameterSet set, string method, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (api.ProofCalls.Contains(method) && arguments.Count > 0)
            return set.With(
                    new Parameter(
                        api.IsToken ? WireNames.CodeVerifier : WireNames.CodeChallenge,
                        ValueOf(arguments[0].Expression),
                        Always: true,
                        EntryAt(call)
                    )
                )
                .With(
                    api.IsToken
                        ? ParameterSet.Empty
                        : ParameterSet.Empty.With(
                            new Parameter(WireNames.CodeChallengeMethod, Text.Literal(WireNames.S256, call), Always: true, EntryAt(call))
                        )
                );
        if (method == api.ResponseTypeCall && arguments.Count > 0)
            return set.With(
                new Parameter(WireNames.ResponseType, ValueOf(arguments[0].Expression, lower: true), Always: true, EntryAt(call))
            );
        // WithValue("code_challenge", challenge), WithExtraQueryParameters(new … { ["code_challenge"] = … })
        if (arguments.Count == 2 && _values.ConstantOf(arguments[0].Expression) is { } name && WireNames.IsName(name))
            return set.With(new Parameter(name, ValueOf(arguments[1].Expression), Always: true, EntryAt(call)));
        return
            api.ExtraCalls.Contains(method)
            && arguments.Any(argument =>
                argument.ToString() is var text
                && (text.IndexOf("code_", StringComparison.OrdinalIgnoreCase) >= 0 || argument.Expression is IdentifierNameSyntax)
            )
            ? set.OpenedBy(call)
            : set;
    }

    Request? Created(RequestApi api, SimpleNameSyntax name, ObjectCreationExpressionSyntax creation)
    {
        var set = creation.ArgumentList is { } list ? Arguments(api, ParameterSet.Empty, list) : ParameterSet.Empty;
        var reader = new WriteReader(matcher.Cache, _values, cancellation);
        if (creation.Initializer is { } initializer)
            reader.Read(initializer);
        if (
            creation.Parent
                is EqualsValueClauseSyntax
                {
                    Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } scope } } variable
                }
            && matcher.Cache.ModelOf(variable.SyntaxTree).GetDeclaredSymbol(variable, cancellation) is { } local
        )
            reader.Read(scope is GlobalStatementSyntax ? scope.Parent! : scope, local, creation.Span.End, isFinished: true);
        foreach (var write in reader.Writes)
        {
            if (api.Named.FirstOrDefault(named => named.Name == write.Member) is { Parameter: { } parameter })
                set = set.With(
                    new Parameter(
                        parameter,
                        ValueOf(write.Value, lower: parameter == WireNames.ResponseType),
                        Always: !write.IsConditional,
                        EntryAt(write.Place)
                    )
                );
            // Parameters = { { "code_verifier", verifier } }
            else if (
                api.ExtraMembers.Contains(write.Member)
                && (
                    write.Value is not (InitializerExpressionSyntax or BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax)
                    || write.Value.ToString().IndexOf("code_", StringComparison.OrdinalIgnoreCase) >= 0
                )
            )
                set = set.OpenedBy(write.Place);
        }
        if (api.IsCompletedElsewhere && creation.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax)
            set = set.OpenedBy(creation);
        return Finish(api, set, name, creation);
    }

    ParameterSet Arguments(RequestApi api, ParameterSet set, ArgumentListSyntax list)
    {
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            var parameter =
                argument.NameColon is { Name.Identifier.ValueText: var given }
                    ? api.Named.FirstOrDefault(named => string.Equals(named.Name, given, StringComparison.OrdinalIgnoreCase)).Parameter
                : i < api.Arguments.Length ? api.Arguments[i]
                : null;
            if (parameter is { Length: > 0 })
                set = set.With(
                    new Parameter(
                        parameter,
                        ValueOf(argument.Expression, lower: parameter == WireNames.ResponseType),
                        Always: true,
                        EntryAt(argument)
                    )
                );
            else if (
                argument.NameColon is { Name.Identifier.ValueText: var name } && api.ExtraMembers.Contains(name)
                || i >= api.Arguments.Length && api.Arguments.Contains(WireNames.CodeChallenge)
            )
                set = set.OpenedBy(argument);
        }
        return set;
    }

    Request? Finish(RequestApi api, ParameterSet set, SimpleNameSyntax name, SyntaxNode whole)
    {
        if (set.Has(WireNames.RequestUri) || set.Has(WireNames.Request))
            return null;
        var type = (set.Find(WireNames.ResponseType)?.Value as Text)?.Exact;
        if (!api.IsToken && type is not null && ResponseTypes.AsksFor(WireNames.Token, type))
            return FrontChannel(set, whole);
        if (type is null ? api.TellsResponseType : !ResponseTypes.AsksFor(WireNames.Code, type))
            return null;
        if (set.Find(WireNames.GrantType) is { } grant && (grant.Value as Text)?.Exact != WireNames.AuthorizationCode)
            return null;
        if (api.NamesMethod && set.Has(WireNames.CodeChallenge))
            set = set.With(new Parameter(WireNames.CodeChallengeMethod, Text.Literal(WireNames.S256, whole), Always: true, EntryAt(name)));
        var anchor = api.IsToken
            ? new Parameter(WireNames.GrantType, Text.Literal(WireNames.AuthorizationCode, name), Always: true, EntryAt(name))
            : new Parameter(WireNames.ResponseType, Text.Literal(WireNames.Code, name), Always: true, EntryAt(name));
        set = ParameterSet.Empty.With(anchor).With(set.Without(anchor.Name));
        return new Request(
            api.IsToken ? RequestKind.Token : RequestKind.Authorization,
            anchor,
            [new Variant(Text.Empty, Text.Empty, set)],
            Declarations.Executable(whole) ?? whole
        )
        {
            ProofMembers = api.ProofType is null
                ? api.Proof.All(member => MayHave(whole, member))
                    ? [.. api.Proof]
                    : []
                : MayBe(whole, api.ProofType)
                    ? [.. api.Proof]
                    : [],
            ProofType = api.ProofType,
            ParameterCall = api.ParameterCall is { } taking && MayGoOnWith(whole, taking) ? taking : null,
            ProofCall = api.ProofCalls is [var proof] && MayGoOnWith(whole, proof) ? proof : null,
            IsUrlOfCall = api.GivesUrl,
        };
    }

    static Request FrontChannel(ParameterSet set, SyntaxNode whole) =>
        new(
            RequestKind.FrontChannel,
            set.Find(WireNames.ResponseType)!,
            [new Variant(Text.Empty, Text.Empty, set)],
            Declarations.Executable(whole) ?? whole
        );

    /// <summary>Whether the library's version that is compiled against has the member or the parameter, and the call has not filled it yet,
    /// as far as it resolves.</summary>
    bool MayHave(SyntaxNode whole, string member)
    {
        var symbol = matcher.Cache.SymbolOf(whole, cancellation);
        if (symbol is not IMethodSymbol method)
            return true;
        if (method.MethodKind != MethodKind.Constructor)
        {
            var positional = ((InvocationExpressionSyntax)whole)
                .ArgumentList.Arguments.TakeWhile(argument => argument.NameColon is null)
                .Count();
            return method.Parameters.Any(parameter => parameter.Name == member && parameter.Ordinal >= positional);
        }
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(member).OfType<IPropertySymbol>().Any(property => property.SetMethod is not null))
                return true;
        }
        return false;
    }

    /// <summary>Whether an object can be one of another type of its library: where that is there, and every method that the object is given
    /// to takes it, as far as they resolve.</summary>
    bool MayBe(SyntaxNode whole, string type)
    {
        var model = matcher.Cache.ModelOf(whole.SyntaxTree);
        if (
            model.GetSymbolInfo(whole, cancellation).Symbol is { } constructor
            && constructor.ContainingNamespace.GetTypeMembers(type).IsEmpty
        )
            return false;
        return whole.Parent switch
        {
            ArgumentSyntax argument => IsTaken(argument),
            EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } variable
            } => (
                Declarations
                    .Executable(whole)
                    ?.DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .Where(use => use.Identifier.ValueText == variable.Identifier.ValueText)
                ?? []
            ).All(use => use.Parent is MemberAccessExpressionSyntax || use.Parent is ArgumentSyntax argument && IsTaken(argument)),
            _ => false,
        };

        bool IsTaken(ArgumentSyntax argument) =>
            argument.Parent?.Parent is InvocationExpressionSyntax call
            && (
                model.GetSymbolInfo(call, cancellation).Symbol is not { } method
                || method
                    .ContainingType.GetMembers(method.Name)
                    .OfType<IMethodSymbol>()
                    .Any(overload => overload.Parameters.Any(parameter => parameter.Type.Name == type))
            );
    }

    /// <summary>Whether what the call gives has the method in the version that is compiled against, as far as it resolves.</summary>
    bool MayGoOnWith(SyntaxNode whole, string method)
    {
        if (matcher.Cache.SymbolOf(whole, cancellation) is not IMethodSymbol { ReturnType: var type } || type.TypeKind == TypeKind.Error)
            return true;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(method).IsEmpty)
                return true;
        }
        return false;
    }

    Value ValueOf(ExpressionSyntax expression, bool lower = false)
    {
        if (
            expression.IsKind(SyntaxKind.NullLiteralExpression)
            || expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression }
        )
            return Constant.Null;
        if (_values.ConstantOf(expression) is not { } text)
            return Unknown.Value;
        // What is empty is left out, like null.
        if (text.Length == 0)
            return Constant.Null;
        return Text.Literal(
            lower && text == "Code" ? WireNames.Code
                : text is "Sha256" ? WireNames.S256
                : text is "Plain" ? "plain"
                : text,
            expression
        );
    }

    static Entry EntryAt(SyntaxNode place) => new(place, null, null, EntryForm.Member);
}
