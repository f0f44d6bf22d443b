using System;
using System.IO;
using Newtonsoft.Json;
using Types;

/// <summary>Reads each record into the generated classes and writes it again, one a line.</summary>
public static class ReadBack
{
    public static void Main(string[] files)
    {
        foreach (var file in files)
        {
            var record = JsonConvert.DeserializeObject<PanelRecord>(File.ReadAllText(file), Settings());
            Console.WriteLine(JsonConvert.SerializeObject(record, Settings()));
        }
    }

    static JsonSerializerSettings Settings()
    {
        var settings = new JsonSerializerSettings
        {
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
            DateParseHandling = DateParseHandling.None,
            NullValueHandling = NullValueHandling.Ignore,
            MissingMemberHandling = MissingMemberHandling.Error,
        };
        foreach (var converter in Converter.Settings.Converters) settings.Converters.Add(converter);
        return settings;
    }
}
