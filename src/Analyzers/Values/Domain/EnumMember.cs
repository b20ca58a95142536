using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A member of an enum: written out by its name.</summary>
sealed record EnumMember(string Name, object? Content) : Value
{
    /// <summary>What it was read from, where that is followed.</summary>
    public SourceSet From { get; init; }

    public override SourceSet Sources => From;
}
