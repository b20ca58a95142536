using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The rest of a program of which a test shows the part that is fixed.</summary>
/// <param name="Code">A file that no fix changes.</param>
sealed record Surroundings(OutputKind Kind, string Code)
{
    /// <summary>A program with windows and one user, which makes the objects once and keeps them.</summary>
    /// <param name="objects">Their creations.</param>
    public static Surroundings Desktop(params string[] objects) => new(OutputKind.WindowsApplication, $$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;

        static class Desktop
        {
        {{string.Concat(objects.Select((creation, index) => $"    public static readonly object Object{index} = {creation};\n"))}}
            static void Main() { }
        }
        """);

    /// <summary>A server of ASP.NET Core.</summary>
    /// <param name="services">Calls on its services, such as <c>AddControllersWithViews()</c>.</param>
    public static Surroundings Server(params string[] services) => new(OutputKind.ConsoleApplication, $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        static class Host
        {
            static void Main(string[] arguments)
            {
                var builder = WebApplication.CreateBuilder(arguments);
        {{string.Concat(services.Select(call => $"        builder.Services.{call};\n"))}}
                var app = builder.Build();
                app.Run();
            }
        }
        """);
}
