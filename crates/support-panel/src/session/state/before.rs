//! What the worker and the family bring.

use super::{Applied, Context, SittingState, needed, not_blank, nothing_to_change, replace};
use crate::record::{ServiceHistory, ServiceStatus, Views};
use crate::session::command::{
    RecordBackground, RecordBestHopes, RecordViews, SetAgreement, SetSharing,
};

impl SittingState {
    pub(in crate::session) fn record_best_hopes(&mut self, c: &RecordBestHopes) -> Applied {
        not_blank(&c.text, "/text")?;
        self.record.referral.best_hopes = Some(c.text.clone());
        Ok(())
    }

    pub(in crate::session) fn record_background(&mut self, c: &RecordBackground) -> Applied {
        not_blank(&c.text, "/text")?;
        self.record.referral.background = Some(c.text.clone());
        Ok(())
    }

    pub(in crate::session) fn record_views(&mut self, c: &RecordViews) -> Applied {
        if c.views == Views::NotSought {
            needed(c.note.clone(), "/note")?;
        }
        let person = self.person_mut(&c.person)?;
        person.views = Some(c.views);
        person.views_on = c.on;
        person.views_note.clone_from(&c.note);
        Ok(())
    }

    pub(in crate::session) fn set_agreement(
        &mut self,
        c: &SetAgreement,
        context: &Context<'_>,
    ) -> Applied {
        self.people_or_participants(&c.given_by, "/given_by")?;
        if c.status != ServiceStatus::Agreed {
            needed(c.reason.clone(), "/reason")?;
        }
        let service = &mut self.record.agreement.service;
        super::has_capacity(&service.history, "/agreement/service/history")?;
        if service.status.is_some() {
            service.history.push(ServiceHistory { status: service.status, on: service.on });
        }
        service.status = Some(c.status);
        service.given_by.clone_from(&c.given_by);
        service.on = c.on.or(Some(context.day));
        service.reason.clone_from(&c.reason);
        Ok(())
    }

    pub(in crate::session) fn set_sharing(&mut self, c: &SetSharing) -> Applied {
        let sharing = &mut self.record.agreement.sharing;
        let given = [
            replace(&mut sharing.lawful_basis, &c.lawful_basis),
            replace(&mut sharing.special_category_condition, &c.special_category_condition),
            replace(&mut sharing.family_told, &c.family_told),
            replace(&mut sharing.note, &c.note),
        ];
        if given.contains(&true) { Ok(()) } else { nothing_to_change() }
    }
}
