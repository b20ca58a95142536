namespace PkceAnalyzers;

/// <summary>
/// What a diagnostic carries to its fix: names of <c>Diagnostic.Properties</c> and their values. A property whose
/// name ends in <c>.at</c> holds an index into <c>Diagnostic.AdditionalLocations</c>. A fix analyses nothing
/// again: where a property is missing, the analyzer found no sound repair and none is offered.
/// </summary>
public static class Repair
{
    /// <summary>How the verifier reaches the token request: <see cref="CarryLocal"/>, <see cref="CarryField"/> or one of the web's stores
    /// (<see cref="IsWebStore"/>). Missing: no sound way is known.</summary>
    public const string Carry = "carry";

    /// <summary>Both requests are made in one executable: a local before the first of them.</summary>
    public const string CarryLocal = "local";

    /// <summary>Both requests are made by members of one instance: a field, set anew by each authorization request.</summary>
    public const string CarryField = "field";

    /// <summary>Both requests are made by answers to HTTP requests: ASP.NET Core MVC's or Razor Pages' <c>TempData</c>, which a callback's
    /// reading empties.</summary>
    public const string CarryTempData = "temp-data";

    /// <summary>Likewise: ASP.NET Core's <c>HttpContext.Session</c>.</summary>
    public const string CarryHttpSession = "http-session";

    /// <summary>Likewise: the <c>Session</c> of System.Web's controllers and pages.</summary>
    public const string CarrySession = "session";

    /// <summary>Likewise: a cookie that ASP.NET Core's Data Protection encrypts.</summary>
    public const string CarryProtectedCookie = "protected-cookie";

    /// <summary>The authentication properties that a handler protects and sends as <c>state</c>: the call that protects them is at
    /// <see cref="CarrySetUp"/>, their dictionary is <see cref="StateKept"/> before it and <see cref="StateReturned"/> at the
    /// callback.</summary>
    public const string CarryState = "protected-state";

    /// <summary>As C#: what gives the dictionary of authentication properties before they are protected.</summary>
    public const string StateKept = "state.kept";

    /// <summary>As C#: what gives it when they have come back. Missing: the handler makes the token request by itself, and there is no
    /// <see cref="Token"/>.</summary>
    public const string StateReturned = "state.returned";

    /// <summary>Index of the call that builds the host, where the program has yet to register what <see cref="Carry"/> needs.</summary>
    public const string CarrySetUp = "carry.set-up";

    /// <summary>What names the authorization server and the client in a store that serves several.</summary>
    public const string CarryProvider = "carry.provider";

    /// <summary>As C#: what gives the <c>state</c> that the authorization request sends, which differs for each login. Missing: it sends
    /// none, or it cannot be named.</summary>
    public const string CarryStateSent = "carry.state";

    /// <summary>As C#: what gives the redirect URI where the authorization request is made. Missing: it cannot be named.</summary>
    public const string CarryRedirectUri = "carry.redirect-uri";

    /// <summary>Present where the authorization response comes by an HTTP POST.</summary>
    public const string CarryPosted = "carry.posted";

    /// <summary>Whether a way to carry the verifier is a store of one user agent's between two HTTP requests.</summary>
    public static bool IsWebStore(string carry) => carry is CarryTempData or CarryHttpSession or CarrySession or CarryProtectedCookie;

    /// <summary>Prefix of the properties of the authorization request's <see cref="Insertion"/>
    /// (<c>authorization.kind</c>, <c>authorization.at</c>).</summary>
    public const string Authorization = "authorization";

    /// <summary>Prefix of the properties of the token request's <see cref="Insertion"/>
    /// (<c>token.kind</c>, <c>token.at</c>).</summary>
    public const string Token = "token";

    /// <summary>Suffix: how parameters are added there; one of <see cref="Insertion"/>.</summary>
    public const string Kind = ".kind";

    /// <summary>Suffix: index of the place in <c>AdditionalLocations</c>.</summary>
    public const string At = ".at";

    /// <summary>Suffix: the members or arguments that take the parameters, in their order, with a blank between two, where
    /// <see cref="Kind"/> does not use their names on the wire.</summary>
    public const string Names = ".names";

    /// <summary>Suffix: the methods that are to get the proof key's parameter from their callers, innermost first, as
    /// <c>index:declarations:calls</c> with a blank between two: at <c>index</c> begin the places of that many declarations
    /// (the method, then the interface methods that it alone implements), and behind them those of all its calls. Missing: the request's
    /// own member knows the proof key.</summary>
    public const string Lifts = ".lifts";

    /// <summary>What is put behind <see cref="Authorization"/>, <see cref="Token"/> or <see cref="OverloadAt"/> for a second request, twice
    /// for a third, and so on.</summary>
    public const string Further = "+";

    /// <summary>Prefix of the properties of a method that can get an overload which takes the proof key's parameter from its caller, and of
    /// the <see cref="Insertion"/> of the request that it leads to; <see cref="Further"/> requests are those that it leads to besides, and
    /// their <see cref="Lifts"/> are the private methods on the way.</summary>
    /// <param name="index">0 for the reported request's method, then those of the exchange's other requests.</param>
    public static string OverloadAt(int index) => FormattableString.Invariant($"overload.{index}");

    /// <summary>Suffix: index of the method that can get the overload.</summary>
    public const string OverloadedMethod = ".method";

    /// <summary>Suffix: what the overload takes: <c>code_challenge</c> or <c>code_verifier</c>.</summary>
    public const string OverloadParameter = ".parameter";

    /// <summary>Suffix: the name of the parameter by which the method takes it already, and needs no overload.</summary>
    public const string OverloadGiven = ".given";

    /// <summary>Prefix of the properties of the <see cref="Insertion"/> of the reported request, where it can only be changed by itself:
    /// nothing is known that could bring the proof key from it to the other half of its exchange, or from that to it.</summary>
    public const string Alone = "alone";

    /// <summary>Value of a setting that repairs it, as C# (<c>true</c>), or in a settings file the text to write there; the place of the
    /// present value is <c>setting.at</c>.</summary>
    public const string SettingValue = "setting.value";

    /// <summary>Index of the place of the present value of a setting.</summary>
    public const string SettingAt = "setting.at";

    /// <summary>Index of the lambda, object creation or call without arguments that the setting is to be written into, where it has
    /// no value at present.</summary>
    public const string SettingInto = "setting.into";

    /// <summary>Name of the setting.</summary>
    public const string SettingMember = "setting.member";

    /// <summary>Index of the expression, or of the method or local function, that makes the verifier and whose
    /// value (or body) a Runtime call replaces.</summary>
    public const string VerifierAt = "verifier.at";

    /// <summary>Index of the expression, or of the method or local function, that makes the challenge and whose value (or
    /// body) a Runtime call replaces; the expression of the verifier is at <c>challenge.at + 1</c>.</summary>
    public const string ChallengeAt = "challenge.at";

    /// <summary>Index of the expression that makes the verifier once for an object; at the two places that follow, the private member that
    /// keeps it and its first use in the one method that begins logins, which can make it instead.</summary>
    public const string RenewalAt = "renewal.at";

    /// <summary>Index of a statement that writes the verifier for others to read and does nothing else.</summary>
    public const string RemovalAt = "removal.at";

    /// <summary>Index of the <c>true</c> by which a request passes that has to be refused.</summary>
    public const string RefusalAt = "refusal.at";

    /// <summary>Index of what gives the name of the transformation: an expression, or a part of a text.</summary>
    public const string MethodAt = "method.at";

    /// <summary>What is written there. Where there is no name yet, it is added at <see cref="Authorization"/>.</summary>
    public const string MethodValue = "method.value";

    /// <summary>Index of the comparison of two texts that one in constant time replaces; its operands are at the two
    /// places that follow.</summary>
    public const string ComparisonAt = "comparison.at";
}

/// <summary>How further parameters are added to a request, in the idiom of the code that builds it.</summary>
public static class Insertion
{
    /// <summary>The place is a string expression (literal, interpolation, concatenation, any other) that ends with a
    /// complete parameter: <c>&amp;name=value</c> goes at its end.</summary>
    public const string TextEnd = "text-end";

    /// <summary>The place is an empty span within the text of a string literal or interpolated string, between two
    /// complete parameters: <c>&amp;name=value</c> goes there.</summary>
    public const string TextInside = "text-inside";

    /// <summary>The place is a <c>string.Format</c> call (or one of its shape: a format, then arguments) whose format
    /// ends with a complete parameter: the format gets <c>&amp;name={n}</c> and the call an argument.</summary>
    public const string Format = "format";

    /// <summary>The place is an initializer or collection expression of pairs: elements in the form of its last one,
    /// whose name and value are at the two places that follow (<c>at + 1</c>, <c>at + 2</c>).</summary>
    public const string Entries = "entries";

    /// <summary>The place is an expression that is a statement by itself (<c>d["k"] = v</c>, <c>d.Add("k", v)</c>,
    /// <c>r.AddParameter("k", v, …)</c>) and sets one parameter, whose name and value are at the two places that follow
    /// (<c>at + 1</c>, <c>at + 2</c>): copies of it come after.</summary>
    public const string Statement = "statement";

    /// <summary>The place is a call in a chain (<c>x.With("k", v)</c>) that sets one parameter and returns what the
    /// next call continues; name and value at the two places that follow: copies of the call come after it.</summary>
    public const string Chain = "chain";

    /// <summary>The place is a call <c>F(target, "k", v)</c> that returns the target with the parameter added; name and
    /// value at the two places that follow: it becomes the first argument of a copy.</summary>
    public const string Wrap = "wrap";

    /// <summary>The place is a call that takes each parameter as a named argument, of <see cref="Repair.Names"/>.</summary>
    public const string Arguments = "arguments";

    /// <summary>The place is a call that begins a chain, whose further call of the one name in <see cref="Repair.Names"/> takes the code
    /// verifier.</summary>
    public const string VerifierCall = "verifier-call";

    /// <summary>The place is a call that begins a chain, whose further call of the one name in <see cref="Repair.Names"/> makes the code
    /// verifier, adds its challenge and gives the verifier in an <c>out</c> argument.</summary>
    public const string OutCall = "out-call";

    /// <summary>The place is a call that begins a chain, whose further calls of the one name in <see cref="Repair.Names"/> each take a
    /// parameter's name and its value.</summary>
    public const string ParameterCalls = "parameter-calls";

    /// <summary>The place is the creation of an object that takes the parameter only as one of another type: the first of
    /// <see cref="Repair.Names"/>, the second being the member.</summary>
    public const string OtherType = "other-type";

    /// <summary>The place is the creation of an object that takes each parameter as a member of its initializer, of
    /// <see cref="Repair.Names"/>.</summary>
    public const string Members = "members";

    /// <summary>The place is the creation of an object of a type of the program, whose initializer sets members that the type does not have
    /// yet: they are declared in the form of the member at the next place (<c>at + 1</c>), whose name on the wire is at <c>at +
    /// 2</c>.</summary>
    public const string NewMembers = "new-members";
}
