using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of Newtonsoft.Json that the tests use.</summary>
static class NewtonsoftJson
{
    public static readonly MetadataReference Reference = Library.Compile("Newtonsoft.Json", """
        using System.Collections;
        using System.Collections.Generic;

        namespace Newtonsoft.Json
        {
            public static class JsonConvert
            {
                public static string SerializeObject(object value) => null;
            }
        }

        namespace Newtonsoft.Json.Linq
        {
            public abstract class JToken
            {
                public static implicit operator JToken(string value) => null;
            }

            public class JProperty : JToken
            {
                public JProperty(string name, object content) { }
            }

            public class JObject : JToken, IEnumerable<KeyValuePair<string, JToken>>
            {
                public JObject() { }
                public JObject(params object[] content) { }
                public JToken this[string propertyName] { get => null; set { } }
                public void Add(string propertyName, JToken value) { }
                IEnumerator<KeyValuePair<string, JToken>> IEnumerable<KeyValuePair<string, JToken>>.GetEnumerator() => null;
                IEnumerator IEnumerable.GetEnumerator() => null;
            }
        }
        """);
}
