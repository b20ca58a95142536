using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What the evaluation knows of library members by their names alone.</summary>
static class MemberNames
{
    static readonly HashSet<string> TextProperties =
    [
        "Uri",
        "AbsoluteUri",
        "OriginalString",
        "Query",
        "PathAndQuery",
        "Value",
        "AbsolutePath",
    ];

    static readonly HashSet<string> PairTypes =
    [
        "Dictionary",
        "IDictionary",
        "SortedDictionary",
        "SortedList",
        "ConcurrentDictionary",
        "NameValueCollection",
        "HttpValueCollection",
        "List",
        "IList",
        "ICollection",
        "QueryBuilder",
        "RouteValueDictionary",
        "StringDictionary",
        "Hashtable",
        "ExpandoObject",
        "JObject",
        "JsonObject",
        "WWWForm",
        "Parameters",
        "FormDataCollection",
    ];

    /// <summary>The first words of methods that look something up, test it or write a message.</summary>
    static readonly string[] Readers =
    [
        "Get",
        "TryGet",
        "Contains",
        "Remove",
        "Find",
        "Is",
        "Has",
        "Read",
        "Log",
        "Write",
        "Trace",
        "Debug",
        "Equal",
        "Equals",
        "Not",
        "Should",
        "Starts",
        "Ends",
        "IndexOf",
        "Assert",
        "Throw",
        "Throws",
        "Match",
        "Matches",
        "Parse",
        "Split",
        "Require",
        "Required",
        "Requires",
        "Bind",
        "Warn",
        "Warning",
        "Error",
        "Info",
        "Information",
        "Replace",
        "Compare",
        "Validate",
    ];

    /// <summary>The first words of methods that write to a log.</summary>
    static readonly string[] Loggers =
    [
        "Log",
        "Trace",
        "Debug",
        "Verbose",
        "Info",
        "Information",
        "Warn",
        "Warning",
        "Error",
        "Fatal",
        "Critical",
    ];

    /// <summary>Calls that give what they are given in another form, readable by anyone.</summary>
    static readonly HashSet<string> Readable =
    [
        "ToString",
        "Format",
        "Concat",
        "Join",
        "Trim",
        "GetBytes",
        "ToArray",
        "ToBase64String",
        "Base64UrlEncode",
        "Encode",
        "EncodeToString",
        "UrlEncode",
        "EscapeDataString",
        "Escape",
        "Serialize",
        "SerializeObject",
        "SerializeToUtf8Bytes",
        "SerializeToString",
        "ToJson",
        "Append",
        "AppendFormat",
        "AppendLine",
        "ToBase64",
        "Base64Encode",
        "ToHexString",
        "AddQueryString",
        "SetQueryParam",
        "SetQueryParams",
        "AppendQueryParam",
        "ReadAsStringAsync",
        "ReadAsByteArrayAsync",
    ];

    /// <summary>Methods that look something up by its name.</summary>
    static readonly HashSet<string> Lookups =
    [
        "Get",
        "GetValue",
        "GetValues",
        "GetValueOrDefault",
        "TryGetValue",
        "GetProperty",
        "TryGetProperty",
        "Value",
        "SelectToken",
    ];

    /// <summary>Whether what a library's call gives back shows what it was given.</summary>
    public static bool WritesOut(Call call) => Readable.Contains(call.Name);

    /// <summary>Whether a method of that name looks something up by its name.</summary>
    public static bool LooksUp(string name) => Lookups.Contains(name);

    public static bool IsTextProperty(string name) => TextProperties.Contains(name);

    /// <summary>Whether a type is a collection of name/value pairs, so that whatever is added to it is one.</summary>
    public static bool IsPairs(ITypeSymbol? type) =>
        type is not null && (PairTypes.Contains(type.Name) || type.AllInterfaces.Any(i => i.Name == "IDictionary"));

    /// <summary>Whether a value of this type may hold name/value pairs: a collection of them, or any sequence of pairs.</summary>
    public static bool HoldsPairs(ITypeSymbol? type) =>
        IsPairs(type)
        || type is not null
            && type.AllInterfaces.Append(type)
                .OfType<INamedTypeSymbol>()
                .Any(i => i is { Name: "IEnumerable", TypeArguments: [{ Name: "KeyValuePair" }] });

    /// <summary>Whether a type is a collection of such collections, each of which stays what it is.</summary>
    public static bool HoldsSets(ITypeSymbol? type) =>
        (type as IArrayTypeSymbol)?.ElementType is { } element
            ? IsSet(element)
            : type is INamedTypeSymbol { Name: "List" or "IList" or "IReadOnlyList", TypeArguments: [var item] } && IsSet(item);

    static bool IsSet(ITypeSymbol type) => type.Name != "List" && IsPairs(type) && type is not INamedTypeSymbol { TypeArguments: [_] };

    /// <summary>Whether a method's name says that it looks something up or writes a message, and so adds nothing.</summary>
    public static bool OnlyReads(string name) => Readers.Any(word => Identifier.BeginsWith(name, word));

    /// <summary>Whether a call writes to a log. What a console shows is not one: a user may be told to open that URL.</summary>
    public static bool OnlyLogs(Call call) => Loggers.Any(word => Identifier.BeginsWith(call.Name, word));

    /// <summary>Whether what a call gives back can be a text or set that writes out what it was given. The answer to a
    /// request that was sent is not.</summary>
    public static bool MayCarry(Call call)
    {
        if (
            call.Name.EndsWith("Async", StringComparison.Ordinal)
            || call.Name
                is "Send"
                    or "Execute"
                    or "GetResponse"
                    or "Post"
                    or "Deserialize"
                    or "DownloadString"
                    or "UploadValues"
                    or "UploadString"
                    or "Redirect"
        )
            return false;
        return call.Type is null or IErrorTypeSymbol
            || call.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object
            || call.Type.SpecialType == SpecialType.None
                && call.Type.Name is not ("Task" or "ValueTask")
                && call.Type.TypeKind is not TypeKind.Enum;
    }

    /// <summary>Whether what a source method does can show in a request, whatever it is given: it gives a text or set, or names a
    /// parameter.</summary>
    public static bool MayMatter(IMethodSymbol method) =>
        MayHoldText(method.ReturnType)
        || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out && MayHoldText(parameter.Type))
        || method.DeclaringSyntaxReferences.Any(declaration =>
            TriggerWords.OfRequests.AreIn(declaration.SyntaxTree.GetText(), declaration.Span)
        )
        || method.MethodKind is MethodKind.Constructor or MethodKind.LocalFunction or MethodKind.LambdaMethod;

    /// <summary>Whether what a source method is given makes a difference: an object, or the name of a parameter.</summary>
    public static bool MayMatter(ImmutableArray<Argument> arguments) =>
        arguments.Any(argument =>
            argument.Value.Alternatives.Any(value => value is Reference or Function or Text { CarriesParameters: true })
            || argument.Value.Alternatives.Any(value => value is Text { Exact: { } name } && WireNames.IsName(name))
        );

    /// <summary>The first words of methods that add to what they are given.</summary>
    static readonly string[] Adders =
    [
        "Add",
        "Append",
        "Apply",
        "Configure",
        "Enrich",
        "Extend",
        "Include",
        "Modify",
        "Populate",
        "Set",
        "Sign",
        "Update",
        "With",
    ];

    /// <summary>Whether a call that is not looked into is made to let others add to what it is given: a delegate, an abstract or
    /// interface method of the program, a fold, or an unknown method whose name says that it adds.</summary>
    public static bool IsExtensionPoint(Call call) =>
        call.Method switch
        {
            // AddHeader("Accept", …) says what it adds.
            null => call.Name != "ConfigureAwait"
                && Adders.Any(word => Identifier.BeginsWith(call.Name, word))
                && !call.Arguments.Any(argument => argument.Value is Text { Exact: not null }),
            { MethodKind: MethodKind.DelegateInvoke } => true,
            { Name: "Aggregate" } => call.Arguments.Any(argument => argument.Value is Function),
            var method => method.IsAbstract && !method.ContainingType.DeclaringSyntaxReferences.IsEmpty,
        };

    /// <summary>The types of libraries that hold the names of parameters, each in a constant that is called after it.</summary>
    static readonly HashSet<string> WireNameTypes =
    [
        "OpenIdConnectParameterNames",
        "OAuthConstants",
        "OAuth2Constants",
        "AuthorizeRequest",
        "TokenRequest",
        "OAuth2ParameterNames",
        "OpenIddictConstants",
        "Parameters",
    ];

    /// <summary>Whether a type of that name, which does not resolve, holds the names of parameters.</summary>
    public static bool HoldsWireNames(string type) => WireNameTypes.Contains(type);

    /// <summary>The value of a constant of a library that is not at hand, which the type's and its own name tell
    /// (<c>OidcConstants.GrantTypes.AuthorizationCode</c>); null for any other member.</summary>
    public static string? ConstantOf(MemberAccessExpressionSyntax access)
    {
        var name = access.Name.Identifier.ValueText;
        return access.Expression.GetLastToken().ValueText switch
        {
            "GrantTypes" or "OpenIdConnectGrantTypes" when name is "AuthorizationCode" or "RefreshToken" or "ClientCredentials" =>
                WireNames.Written(name),
            var type when ResponseTypes.AreIn(type) => ResponseTypes.OfConstant(name),
            "CodeChallengeMethods" when name is "Sha256" or "S256" => WireNames.S256,
            "CodeChallengeMethods" when name is "Plain" => "plain",
            _ => null,
        };
    }

    static readonly HashSet<string> EncoderWords = ["encode", "encoded", "encoder", "urlencode", "escape", "escaped", "url", "uri"];

    static readonly HashSet<string> ProofWords = ["pkce", "proof", "challenge", "verifier", "codechallenge", "codeverifier"];

    /// <summary>Whether a method's name says that it encodes a value for a URL.</summary>
    public static bool NamesEncoder(string name) => Identifier.Words(name).Any(EncoderWords.Contains);

    /// <summary>Whether a method's name says that it is about PKCE.</summary>
    public static bool NamesProof(string name) => Identifier.Words(name).Any(ProofWords.Contains);

    /// <summary>Whether a value of the type can be, or hold, the text or parameters of a request, or the octets of a verifier.</summary>
    static bool MayHoldText(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol => true,
            ITypeParameterSymbol or IErrorTypeSymbol => true,
            INamedTypeSymbol { Name: "Task" or "ValueTask" or "Nullable", TypeArguments: [var inner] } => MayHoldText(inner),
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => MayHoldText(element.Type)),
            { SpecialType: SpecialType.System_String or SpecialType.System_Object } => true,
            { SpecialType: not SpecialType.None } => false,
            { TypeKind: TypeKind.Enum } => false,
            // A type of the framework, or one that the request's members are read from.
            _ => type.DeclaringSyntaxReferences.IsEmpty
                || type.GetMembers().Any(member => member is IPropertySymbol or IFieldSymbol && WireNameOf(member) is not null)
                || type.GetMembers()
                    .Any(member =>
                        member
                            is IMethodSymbol { Name: "ToString" or "Build" or "ToUri" }
                                or IPropertySymbol { Type.Name: "Uri" or "String" }
                    ),
        };

    /// <summary>The OAuth parameter as which a member or a method's parameter is written out: by an attribute that names it
    /// (<c>[JsonPropertyName("client_id")]</c>), else by its own name; null for any other.</summary>
    public static string? WireNameOf(ISymbol member)
    {
        if (member is IPropertySymbol { ContainingType.Name: "OpenIdConnectMessage" })
            return WireNames.FromIdentifier(member.Name);
        if (
            member.GetAttributes() is { IsEmpty: false } attributes
            && attributes.SelectMany(NamesIn).FirstOrDefault(WireNames.IsName) is { } named
        )
            return named;
        return member.Name.All(c => c is '_' or >= 'a' and <= 'z') && WireNames.IsName(member.Name) ? member.Name : null;
    }

    /// <summary>The texts that an attribute is given as a name; of one that does not resolve, as they are written.</summary>
    static IEnumerable<string> NamesIn(AttributeData attribute) =>
        attribute.AttributeClass is not IErrorTypeSymbol
            ? attribute
                .ConstructorArguments.Concat(attribute.NamedArguments.Where(named => IsNaming(named.Key)).Select(named => named.Value))
                .Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value : null)
                .OfType<string>()
            : (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)
                ?.ArgumentList?.Arguments.Where(argument =>
                    argument.NameEquals is null || IsNaming(argument.NameEquals.Name.Identifier.ValueText)
                )
                .Select(argument => (argument.Expression as LiteralExpressionSyntax)?.Token.Value)
                .OfType<string>()
                ?? [];

    static bool IsNaming(string member) => member is "Name" or "PropertyName";
}
