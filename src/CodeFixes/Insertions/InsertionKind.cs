namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>How further parameters are added to a request, in the idiom of the code that builds it.</summary>
enum InsertionKind
{
    /// <summary>The place is a string expression (literal, interpolation, concatenation, any other) that ends with a complete parameter:
    /// <c>&amp;name=value</c> goes at its end.</summary>
    TextEnd,

    /// <summary>The place is an empty span within the text of a string literal or interpolated string, between two complete parameters:
    /// <c>&amp;name=value</c> goes there.</summary>
    TextInside,

    /// <summary>The place is a <c>string.Format</c> call (or one of its shape: a format, then arguments) whose format ends with a complete
    /// parameter: the format gets <c>&amp;name={n}</c> and the call an argument.</summary>
    Format,

    /// <summary>The place is an initializer or collection expression of pairs: elements in the form of its last one.</summary>
    Entries,

    /// <summary>The place is an expression that is a statement by itself (<c>d["k"] = v</c>, <c>d.Add("k", v)</c>,
    /// <c>r.AddParameter("k", v, …)</c>) and sets one parameter: copies of it come after.</summary>
    Statement,

    /// <summary>The place is a call in a chain (<c>x.With("k", v)</c>) that sets one parameter and returns what the next call continues:
    /// copies of the call come after it.</summary>
    Chain,

    /// <summary>The place is a call <c>F(target, "k", v)</c> that returns the target with the parameter added: it becomes the first
    /// argument of a copy.</summary>
    Wrap,

    /// <summary>The place is a call that takes each parameter as a named argument.</summary>
    Arguments,

    /// <summary>The place is a call that begins a chain, in which one further call takes the code verifier.</summary>
    VerifierCall,

    /// <summary>The place is a call that begins a chain, in which one further call makes the code verifier, adds its challenge and gives
    /// the verifier in an <c>out</c> argument.</summary>
    OutCall,

    /// <summary>The place is a call that begins a chain, whose further calls each take a parameter's name and its value.</summary>
    ParameterCalls,

    /// <summary>The place is the creation of an object that takes the parameter only as one of another type; the names are that type and
    /// its member.</summary>
    OtherType,

    /// <summary>The place is the creation of an object that takes each parameter as a member of its initializer.</summary>
    Members,

    /// <summary>The place is the creation of an object of a type of the program, whose initializer sets members that the type does not have
    /// yet: they are declared in the form of another one.</summary>
    NewMembers,

    /// <summary>The place is a call of a method that hands the parameter on to the request.</summary>
    Call,
}
