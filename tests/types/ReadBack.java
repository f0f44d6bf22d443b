import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import types.PanelRecord;

/** Reads each record into the generated classes and writes it again, one a line. */
public class ReadBack {
    public static void main(String[] files) throws Exception {
        ObjectMapper mapper = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // What is absent is left out; a null in a council's own data is the council's.
            .setDefaultPropertyInclusion(JsonInclude.Value.construct(
                JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
        for (String file : files) {
            PanelRecord record = mapper.readValue(Files.readString(Path.of(file)), PanelRecord.class);
            System.out.println(mapper.writeValueAsString(record));
        }
    }
}
