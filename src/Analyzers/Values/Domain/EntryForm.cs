namespace PkceAnalyzers.Values;

enum EntryForm
{
    /// <summary>Part of a text.</summary>
    Text,

    /// <summary>An element of an initializer, collection expression or array.</summary>
    Element,

    /// <summary>A call or assignment on the set: <c>Add(name, value)</c>, <c>set[name] = value</c>.</summary>
    Call,

    /// <summary>A member of a type that is written out by its members' names.</summary>
    Member,

    /// <summary>A call that takes the set as an argument and returns it with the parameter: <c>F(set, name, value)</c>.</summary>
    Wrap,
}
