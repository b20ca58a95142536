using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of Unity that the tests use.</summary>
static class Unity
{
    public static readonly MetadataReference Reference = Library.Compile("UnityEngine", """
        namespace UnityEngine
        {
            public class WWWForm
            {
                public void AddField(string fieldName, string value) { }
                public void AddField(string fieldName, int i) { }
            }

            public static class Application
            {
                public static void OpenURL(string url) { }
            }
        }

        namespace UnityEngine.Networking
        {
            public class UnityWebRequest
            {
                public static UnityWebRequest Post(string uri, UnityEngine.WWWForm form) => null;
                public static string EscapeURL(string s) => null;
                public object SendWebRequest() => null;
            }
        }
        """);
}
