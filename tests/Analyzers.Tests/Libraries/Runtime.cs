using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>What the Runtime says about requests without PKCE, compiled from its own sources.</summary>
static class Runtime
{
    public static readonly MetadataReference Reference = Library.Compile("PkceAnalyzers.Runtime",
        string.Join("\n", "using System;", Repository.Read("src/Runtime/NoPkce.cs"), Repository.Read("src/Runtime/NoPkceAttribute.cs").Replace("namespace Pkce;", "", StringComparison.Ordinal)));
}
