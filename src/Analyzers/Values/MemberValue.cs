using System.Collections.Immutable;

namespace PkceAnalyzers.Values;

/// <summary>A member's value and the objects that can be reached from it.</summary>
sealed record MemberValue(Value Value, ImmutableDictionary<ObjectId, AbstractObject> Heap);
